package dev.wadachi.remote;

import dev.wadachi.digest.Digest;
import dev.wadachi.store.Blobs;
import dev.wadachi.store.Pin;
import dev.wadachi.store.Pins;
import dev.wadachi.store.Place;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// Looks through the remote: every blob is read and compared with its name, every trace and every run's end with its
/// checksum, and every blob that a trace needs, a version offers or a pin keeps must be there.
final class Check {

    private final Place local;
    private final Team team;
    private final Publishing publishing;
    private final Mending mending;
    private final List<Checked.Problem> problems = Collections.synchronizedList(new ArrayList<>());
    private final LongAdder bytes = new LongAdder();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger data = new AtomicInteger();

    Check(Place local, Team team, Publishing publishing, Mending mending) {
        this.local = local;
        this.team = team;
        this.publishing = publishing;
        this.mending = mending;
    }

    Checked run(Progress progress) throws IOException {
        List<StoredObject> blobs = team.storage().list("blobs");
        List<StoredObject> traces = team.storage().list("traces");
        List<StoredObject> runs = team.storage().list("runs");
        List<StoredObject> offers = team.storage().list("published");
        Set<String> statements = team.storage().list(Pins.FOLDER).stream()
                .map(StoredObject::name)
                .collect(Collectors.toSet());
        List<String> pins = Pins.standing(statements);
        Set<String> names = blobs.stream().map(StoredObject::name).collect(Collectors.toSet());
        int total = blobs.size() + traces.size() + runs.size() + offers.size() + pins.size();
        Transfers.each(blobs, blob -> {
            blob(blob);
            progress.at(done.incrementAndGet(), total);
        });
        Transfers.each(traces, trace -> {
            trace(trace, names);
            progress.at(done.incrementAndGet(), total);
        });
        Transfers.each(runs, run -> {
            run(run.name());
            progress.at(done.incrementAndGet(), total);
        });
        Transfers.each(offers, offer -> {
            offer(offer, names);
            progress.at(done.incrementAndGet(), total);
        });
        Transfers.each(pins, pin -> {
            pin(pin, names);
            progress.at(done.incrementAndGet(), total);
        });
        problems.sort(Comparator.comparing(Checked.Problem::name));
        return new Checked(blobs.size(), bytes.sum(), traces.size(), data.get(), problems);
    }

    private void blob(StoredObject blob) throws IOException {
        Path copy = local.scratch().newFile();
        try {
            if (team.storage().download(blob, copy)) {
                bytes.add(blob.size());
                if (!Blobs.nameOf(Digest.ofFile(copy)).equals(blob.name())) {
                    problem(blob.name(), "its bytes have another digest");
                }
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void trace(StoredObject object, Set<String> blobs) throws IOException {
        Optional<byte[]> content = team.storage().read(object.name());
        Optional<Trace> trace = content.flatMap(Trace::read);
        if (content.isPresent() && trace.isEmpty()) {
            if (Trace.isIntact(content.get())) {
                problem(object.name(), "a newer Wadachi wrote it, which alone can check it", Checked.Repair.LEFT);
            } else {
                problem(object.name(), "its checksum does not hold");
            }
        }
        for (Digest digest : trace.map(whole -> whole.output().blobs().toList()).orElse(List.of())) {
            if (!blobs.contains(Blobs.nameOf(digest))) {
                forget(object.name());
                problem(Blobs.nameOf(digest), "it is missing, but " + object.name() + " needs it");
            }
        }
    }

    /// What happened in a run is lines that are read as far as they go; how it ended has a checksum.
    private void run(String name) throws IOException {
        if (name.endsWith("/run.json")
                && team.storage()
                        .read(name)
                        .filter(content -> !Trace.isIntact(content))
                        .isPresent()) {
            problem(name, "its checksum does not hold");
        }
    }

    private void offer(StoredObject object, Set<String> blobs) throws IOException {
        if (Kind.of(object.name()) != Kind.OFFER) {
            return;
        }
        Optional<byte[]> content = team.storage().read(object.name());
        Optional<Publication> version = content.flatMap(Publication::read);
        if (content.isPresent() && version.isEmpty()) {
            problem(object.name(), "its checksum does not hold, or a newer Wadachi wrote it");
        }
        if (version.isEmpty() || isWithdrawn(object.name())) {
            return;
        }
        for (Digest digest : version.get().blobs().toList()) {
            if (!blobs.contains(Blobs.nameOf(digest))) {
                problem(Blobs.nameOf(digest), "it is missing, but " + object.name() + " offers it");
            }
        }
    }

    private void pin(String name, Set<String> blobs) throws IOException {
        Optional<byte[]> content = team.storage().read(name);
        if (content.isPresent() && Pin.read(content.get()).isEmpty()) {
            problem(name, "its checksum does not hold, or a newer Wadachi wrote it");
        }
        Optional<PinnedData> pinned = content.flatMap(PinnedData::of);
        if (pinned.isEmpty()) {
            return;
        }
        data.incrementAndGet();
        // A damaged listing was met among the blobs.
        var needed =
                new LinkedHashSet<>(pinned.get().blobs(team.storage()::read).orElse(List.of()));
        needed.add(pinned.get().blob());
        for (String blob : needed) {
            if (!blobs.contains(blob)) {
                problem(blob, "it is missing, but " + name + " keeps it");
            }
        }
    }

    private boolean isWithdrawn(String offer) throws IOException {
        String withdrawal = offer.substring(0, offer.length() - ".json".length()) + ".withdrawn.json";
        return team.storage().facts(withdrawal).isPresent();
    }

    private void forget(String name) throws IOException {
        Optional<byte[]> here = Kind.of(name).isNumbered() ? local.read(name) : Optional.empty();
        team.known().forget(here.map(content -> Known.entryOf(name, content)).orElse(name));
    }

    private void problem(String name, String what) throws IOException {
        forget(name);
        problem(name, what, mend(name));
    }

    private void problem(String name, String what, Checked.Repair repair) {
        problems.add(new Checked.Problem(name, what, repair));
    }

    /// What is right here is brought there.
    private Checked.Repair mend(String name) throws IOException {
        if (mending == Mending.NONE) {
            return Checked.Repair.LEFT;
        }
        return switch (Kind.of(name)) {
            case BLOB -> mendBlob(name);
            case TRACE -> mendTrace(name);
            case RUN -> mendRun(name);
            case STATEMENT, OFFER, EFFECT, OWN -> Checked.Repair.LEFT;
        };
    }

    private Checked.Repair mendBlob(String name) throws IOException {
        Optional<Path> here = local.file(name);
        if (here.isEmpty() || !Blobs.nameOf(Digest.ofFile(here.get())).equals(name)) {
            return Checked.Repair.LEFT;
        }
        team.storage().upload(name, here.get());
        team.known().add(name);
        return Checked.Repair.MENDED;
    }

    private Checked.Repair mendRun(String name) throws IOException {
        Optional<byte[]> here = local.read(name).filter(Trace::isIntact);
        if (here.isEmpty()) {
            return Checked.Repair.LEFT;
        }
        team.storage().write(name, here.get());
        team.known().add(name);
        return Checked.Repair.MENDED;
    }

    /// Nobody can read the one that is there, so nobody's result is written over.
    private Checked.Repair mendTrace(String name) throws IOException {
        Optional<byte[]> here = local.read(name);
        if (here.flatMap(Trace::read).isEmpty()) {
            return Checked.Repair.LEFT;
        }
        publishing.traceAgain(name, here.get());
        return Checked.Repair.MENDED;
    }
}
