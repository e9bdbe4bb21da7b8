package dev.wadachi.remote;

import dev.wadachi.store.Blobs;
import dev.wadachi.store.Pins;
import dev.wadachi.store.Place;
import dev.wadachi.store.Sync;
import dev.wadachi.store.Trace;
import dev.wadachi.store.Traces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Brings here what the remote has and this machine lacks: of each result its bytes first, then its trace.
final class Pull {

    private final Place local;
    private final Team team;
    private final Fetching fetching;
    private final Map<String, StoredObject> listed = new HashMap<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger blobs = new AtomicInteger();
    private final AtomicInteger results = new AtomicInteger();
    private final LongAdder bytes = new LongAdder();
    private final SortedMap<String, String> problems = Collections.synchronizedSortedMap(new TreeMap<>());

    Pull(Place local, Team team, Fetching fetching) {
        this.local = local;
        this.team = team;
        this.fetching = fetching;
    }

    Transferred run(Set<String> tasks, Content content, Progress progress) throws IOException {
        List<String> traces = traces(tasks);
        Set<String> said = said();
        List<String> statements = missing(said);
        // Data that somebody added belongs to no task.
        List<String> pins = content == Content.ALL && tasks.isEmpty() ? Pins.standing(said) : List.of();
        List<String> runs = tasks.isEmpty() ? runs() : List.of();
        List<String> wanted = content == Content.ALL ? traces : missing(traces);
        if (content == Content.ALL) {
            listIfWorthIt(wanted.size());
        }
        int total = statements.size() + wanted.size() + runs.size() + pins.size();
        Transfers.each(statements, name -> text(name, progress, total));
        Transfers.each(wanted, name -> trace(name, content, progress, total));
        Transfers.each(runs, name -> run(name, progress, total));
        for (String pin : pins) {
            data(pin, progress, total);
        }
        return new Transferred(results.get(), blobs.get(), bytes.sum(), runs.size(), statements.size(), 0, problems());
    }

    private List<Checked.Problem> problems() {
        return problems.entrySet().stream()
                .map(problem -> new Checked.Problem(problem.getKey(), problem.getValue(), Checked.Repair.LEFT))
                .toList();
    }

    private List<String> traces(Set<String> tasks) throws IOException {
        var names = new ArrayList<String>();
        for (String folder : tasks.isEmpty()
                ? List.of("traces")
                : tasks.stream().map(Traces::folderOf).toList()) {
            List<StoredObject> objects = team.storage().list(folder);
            objects.forEach(object -> names.add(object.name()));
            new Recognition(local, team)
                    .learn(objects)
                    .forEach(name -> problems.put(
                            name, "another result is here under this name: `wadachi store push` settles it"));
        }
        return names;
    }

    private void listIfWorthIt(int wanted) throws IOException {
        if (listed.isEmpty() && wanted > ObjectStorage.WORTH_LISTING) {
            team.storage().list("blobs").forEach(object -> listed.put(object.name(), object));
        }
    }

    private Set<String> said() throws IOException {
        var names = new LinkedHashSet<String>();
        for (String folder : Inventory.STATEMENTS) {
            team.storage().list(folder).forEach(object -> names.add(object.name()));
        }
        return names;
    }

    private List<String> runs() throws IOException {
        var names = new ArrayList<String>();
        for (StoredObject object : team.storage().list("runs")) {
            if (object.name().endsWith("/run.json")) {
                names.add(object.name());
            }
        }
        return missing(names);
    }

    private List<String> missing(Collection<String> names) throws IOException {
        var missing = new ArrayList<String>();
        for (String name : names) {
            if (local.facts(name).isEmpty()) {
                missing.add(name);
            }
        }
        return missing;
    }

    private void text(String name, Progress progress, int total) throws IOException {
        take(name);
        progress.at(done.incrementAndGet(), total);
    }

    private void take(String name) throws IOException {
        Optional<byte[]> content = team.storage().read(name);
        if (content.isPresent()) {
            local.putIfAbsent(name, content.get(), Sync.BATCHED);
            team.known().add(Known.entryOf(name, content.get()));
        }
    }

    private void trace(String name, Content content, Progress progress, int total) throws IOException {
        Optional<byte[]> here = local.read(name);
        Optional<byte[]> bytesOfTrace = here.isPresent() ? here : team.storage().read(name);
        Optional<Trace> trace = bytesOfTrace.flatMap(Trace::read);
        if (trace.isEmpty() && bytesOfTrace.isPresent()) {
            problems.put(
                    name,
                    Trace.isIntact(bytesOfTrace.get())
                            ? "a newer Wadachi wrote it, which alone can read it"
                            : "its checksum does not hold");
        }
        if (trace.isPresent()) {
            if (content == Content.ALL) {
                Transfers.each(trace.get().blobs().map(Blobs::nameOf).toList(), this::blob);
                noteMissing(trace.get().output().blobs().map(Blobs::nameOf).toList(), name + " needs it");
            }
            if (here.isEmpty()) {
                byte[] record = bytesOfTrace.orElseThrow();
                local.putIfAbsent(name, record, Sync.BATCHED);
                team.known().add(Known.entryOf(name, record));
                results.incrementAndGet();
            }
        }
        progress.at(done.incrementAndGet(), total);
    }

    private void noteMissing(Collection<String> needed, String whatFor) throws IOException {
        for (String blob : missing(needed)) {
            problems.putIfAbsent(blob, "it is missing there or damaged, but " + whatFor);
        }
    }

    /// Brings what a pin keeps: of a folder its listing first, which names the files.
    private void data(String pin, Progress progress, int total) throws IOException {
        Optional<PinnedData> data = local.read(pin).flatMap(PinnedData::of);
        if (data.isPresent()) {
            blob(data.get().blob());
            List<String> all = data.get().blobs(local::read).orElse(List.of());
            listIfWorthIt(all.size());
            Transfers.each(all, this::blob);
            var needed = new LinkedHashSet<>(all);
            needed.add(data.get().blob());
            noteMissing(needed, pin + " keeps it");
        }
        progress.at(done.incrementAndGet(), total);
    }

    private void blob(String name) throws IOException {
        if (!begun.add(name) || local.facts(name).isPresent()) {
            return;
        }
        StoredObject known = listed.get(name);
        Optional<StoredObject> object = known != null || !listed.isEmpty()
                ? Optional.ofNullable(known)
                : team.storage().facts(name);
        if (object.isPresent() && fetching.bring(object.get())) {
            blobs.incrementAndGet();
            bytes.add(object.get().size());
        }
    }

    private void run(String end, Progress progress, int total) throws IOException {
        String events = end.substring(0, end.lastIndexOf('/')) + "/events.jsonl";
        take(events);
        take(end);
        progress.at(done.incrementAndGet(), total);
    }
}
