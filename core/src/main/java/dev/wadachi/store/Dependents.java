package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.task.PublishedName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds who reads what is published: from the traces of the sources that read it, those that were computed from them,
/// and the runs that had either. All of it lies in the store, so nobody has to be asked, and nobody has to register.
///
/// Reads all traces twice, and the outcomes of all runs.
final class Dependents {

    private static final int MOST_GOALS = 20;

    /// What a source's trace read.
    private record Reading(PublishedName name, int version, SortedSet<String> needs) {}

    /// The value that a source gave, as those downstream name it.
    private record Given(Key key, Digest digest) {}

    private record Reader(PublishedName name, String project, String task) {}

    private final Store store;
    private final Set<PublishedName> names;
    private final Map<TraceId, Reading> sources = new HashMap<>();
    private final Map<Given, Reading> given = new HashMap<>();
    private final Map<TraceId, Set<Reading>> consumers = new HashMap<>();
    private final Set<TraceId> taken = new HashSet<>();
    private final Map<Given, List<TraceId>> sourcesGiving = new HashMap<>();
    private final Map<Reader, Dependent> found = new HashMap<>();

    private Dependents(Set<PublishedName> names, Store store) {
        this.names = names;
        this.store = store;
    }

    static List<Dependent> of(Set<PublishedName> names, Store store) {
        var dependents = new Dependents(names, store);
        store.traces().forEach(dependents::source);
        store.traces().forEach(dependents::consumer);
        store.runs().ofAllProjects().forEach(dependents::run);
        return dependents.found.values().stream()
                .sorted(Comparator.comparing(Dependent::name)
                        .thenComparing(Dependent::project)
                        .thenComparing(Dependent::task))
                .toList();
    }

    private void source(Recorded recorded) {
        Trace trace = recorded.trace();
        for (Load load : trace.inputs().loads()) {
            if (load instanceof Load.Offer(PublishedName name, int version, var _, SortedSet<String> needs)
                    && names.contains(name)) {
                var reading = new Reading(name, version, needs);
                sources.put(recorded.id(), reading);
                offered(trace.key(), trace.output(), reading, recorded.id());
            }
        }
    }

    private void offered(Key key, Output output, Reading reading, TraceId source) {
        var value = new Given(key, output.digest());
        given.put(value, reading);
        sourcesGiving.computeIfAbsent(value, _ -> new ArrayList<>()).add(source);
        if (output instanceof Output.Parts whole) {
            whole.parts().values().forEach(part -> offered(key, part, reading, source));
        }
    }

    private void consumer(Recorded recorded) {
        Trace trace = recorded.trace();
        trace.inputs().upstreams().forEach((component, key) -> {
            String digest = trace.fingerprint().entries().getOrDefault("upstream." + component, "");
            if (digest.length() == 2 * Digest.BYTES) {
                took(new Given(key, Digest.parse(digest)), recorded.id());
            }
        });
        for (Load load : trace.inputs().loads()) {
            if (load instanceof Load.Value value) {
                took(new Given(value.key(), value.digest()), recorded.id());
            }
        }
    }

    private void took(Given value, TraceId consumer) {
        Reading reading = given.get(value);
        if (reading != null) {
            consumers.computeIfAbsent(consumer, _ -> new HashSet<>()).add(reading);
            taken.addAll(sourcesGiving.getOrDefault(value, List.of()));
        }
    }

    private void run(RunRecord run) {
        var read = new HashSet<TraceId>();
        store.runs()
                .outcomes(
                        run.id(),
                        outcome -> outcome.result()
                                .filter(id -> sources.containsKey(id) || consumers.containsKey(id))
                                .ifPresent(read::add));
        Set<TraceId> used = used(run, read);
        for (TraceId id : read) {
            consumers
                    .getOrDefault(id, Set.of())
                    .forEach(reading -> note(reading, id.key().task(), run));
            Reading own = sources.get(id);
            if (own != null && !taken.contains(id) && !used.contains(id)) {
                note(own, id.key().task(), run);
            }
        }
    }

    /// Which of the sources that a run had gave their values to tasks of the run. These are known by the run itself,
    /// although their results may be forgotten.
    private Set<TraceId> used(RunRecord run, Set<TraceId> read) {
        var ofRun = new HashMap<Key, TraceId>();
        read.stream().filter(sources::containsKey).forEach(id -> ofRun.put(id.key(), id));
        var used = new HashSet<TraceId>();
        if (!ofRun.isEmpty()) {
            store.runs().uses(run.id(), use -> {
                TraceId source = ofRun.get(use.source());
                Reading reading = source == null ? null : sources.get(source);
                if (source != null && reading != null) {
                    used.add(source);
                    note(reading, use.task().task(), run);
                }
            });
        }
        return used;
    }

    /// Runs come newest first: the first that is met says what was read last.
    private void note(Reading reading, String task, RunRecord run) {
        var reader = new Reader(reading.name(), run.start().project(), task);
        var goals = new TreeSet<String>();
        goals.add(title(run));
        Dependent known = found.get(reader);
        if (known == null) {
            found.put(
                    reader,
                    new Dependent(
                            reading.name(),
                            reader.project(),
                            task,
                            reading.needs(),
                            newestLike(reading, run.started()),
                            Collections.unmodifiableSortedSet(goals),
                            run.id(),
                            run.started()));
        } else if (known.goals().size() < MOST_GOALS) {
            goals.addAll(known.goals());
            found.put(
                    reader,
                    new Dependent(
                            known.name(),
                            known.project(),
                            known.task(),
                            known.needs(),
                            known.version(),
                            Collections.unmodifiableSortedSet(goals),
                            known.run(),
                            known.at()));
        }
    }

    private static String title(RunRecord run) {
        String goals = String.join(" ", run.start().goals());
        return (run.start().pipeline() + " " + goals).strip();
    }

    /// A run that found the result of an older version of the same bytes read the newer one.
    private int newestLike(Reading reading, Instant at) {
        return store.publications()
                .find(reading.name(), reading.version())
                .map(then -> store.publications().versions(reading.name()).stream()
                        .filter(version ->
                                version.output().digest().equals(then.output().digest())
                                        && !version.at().isAfter(at))
                        .mapToInt(Publication::number)
                        .max()
                        .orElse(reading.version()))
                .orElse(reading.version());
    }
}
