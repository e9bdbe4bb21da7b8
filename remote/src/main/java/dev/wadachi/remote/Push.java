package dev.wadachi.remote;

import dev.wadachi.store.Blobs;
import dev.wadachi.store.Pins;
import dev.wadachi.store.Place;
import dev.wadachi.store.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Brings to the remote what it lacks: all blobs first, each once however many results name it, then what names them.
final class Push {

    private static final String UNREADABLE = "what is there under this name cannot be read, so the one from here waits";

    private final Place local;
    private final Team team;
    private final Pushing pushing;
    private final Publishing publishing;

    Push(Place local, Team team, Publishing publishing) {
        this.local = local;
        this.team = team;
        this.publishing = publishing;
        this.pushing = new Pushing(local, team, publishing);
    }

    Transferred run(Progress progress) throws IOException {
        Inventory here = Inventory.of(local);
        List<String> all = here.names();
        if (!all.isEmpty()) {
            team.make();
        }
        team.storage();
        List<String> names = unknown(all);
        if (names.size() > ObjectStorage.WORTH_LISTING) {
            new Recognition(local, team).learn(Inventory.list(team.storage()));
            names = unknown(names);
        }
        List<String> blobs = unknown(blobsOf(names, here));
        if (blobs.size() > ObjectStorage.WORTH_LISTING) {
            for (StoredObject object : team.storage().list("blobs")) {
                team.known().add(object.name());
            }
            blobs = unknown(blobs);
        }
        return push(blobs, names, progress);
    }

    private List<String> unknown(Collection<String> names) throws IOException {
        var unknown = new ArrayList<String>();
        for (String name : names) {
            if (!isKnown(name)) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    private boolean isKnown(String name) throws IOException {
        if (!Kind.of(name).isNumbered()) {
            return team.known().contains(name);
        }
        Optional<byte[]> content = local.read(name);
        return content.isPresent() && team.known().contains(Known.entryOf(name, content.get()));
    }

    private Set<String> blobsOf(List<String> names, Inventory inventory) throws IOException {
        var blobs = new LinkedHashSet<String>();
        for (String name : names) {
            if (Kind.of(name) == Kind.TRACE) {
                local.read(name)
                        .flatMap(Trace::read)
                        .ifPresent(trace -> trace.blobs().map(Blobs::nameOf).forEach(blobs::add));
            }
        }
        // Of known pins as well: data may be added again, and a pin may have come there without the bytes.
        for (String pin : Pins.standing(inventory.statements())) {
            Optional<byte[]> content = local.read(pin);
            if (content.isPresent()) {
                blobs.addAll(publishing.addedBlobs(content.get()));
            }
        }
        var here = new LinkedHashSet<String>();
        for (String blob : blobs) {
            if (local.facts(blob).isPresent()) {
                here.add(blob);
            }
        }
        return here;
    }

    private Transferred push(List<String> blobs, List<String> names, Progress progress) throws IOException {
        int total = blobs.size() + names.size();
        var done = new AtomicInteger();
        var bytes = new LongAdder();
        var adopted = new AtomicInteger();
        var barred = Collections.synchronizedSortedSet(new TreeSet<String>());
        if (total > 0) {
            team.claim();
        }
        Transfers.each(blobs, blob -> {
            publishing.blob(blob);
            bytes.add(local.facts(blob).map(Place.Facts::size).orElse(0L));
            progress.at(done.incrementAndGet(), total);
        });
        Transfers.each(names, name -> {
            switch (pushing.push(name)) {
                case ADOPTED -> adopted.incrementAndGet();
                case BARRED -> barred.add(name);
                case THERE, GONE -> {}
            }
            progress.at(done.incrementAndGet(), total);
        });
        return new Transferred(
                count(names, Kind.TRACE) - adopted.get() - count(barred, Kind.TRACE),
                blobs.size(),
                bytes.sum(),
                count(names, Kind.RUN),
                count(names, Kind.STATEMENT)
                        + count(names, Kind.OFFER)
                        - count(barred, Kind.OFFER)
                        + count(names, Kind.EFFECT),
                adopted.get(),
                barred.stream()
                        .map(name -> new Checked.Problem(name, UNREADABLE, Checked.Repair.LEFT))
                        .toList());
    }

    private static int count(Collection<String> names, Kind kind) {
        var counted = new ArrayList<>(names);
        counted.removeIf(name -> Kind.of(name) != kind);
        return counted.size();
    }
}
