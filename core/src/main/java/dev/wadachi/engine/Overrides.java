package dev.wadachi.engine;

import dev.wadachi.digest.Key;
import dev.wadachi.parameter.Nearest;
import dev.wadachi.store.Load;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.Output;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import dev.wadachi.store.TaskOutcome;
import dev.wadachi.store.Trace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The user's word on single tasks, by their names. Immutable once made; thread-safe.
final class Overrides {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Store store;
    private final GivenValues given;
    private final Set<String> rerun = new HashSet<>();
    private final Set<String> rerunDownstream = new HashSet<>();
    private final Set<String> reuse = new HashSet<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, Map<Key, Recorded>> runs = new HashMap<>();
    private final Map<String, String> runNames = new HashMap<>();
    private final Map<Key, Output> kept = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<Node, Optional<Settlement.Valued>> standIns = new ConcurrentHashMap<>();
    private boolean rerunAffected;
    private boolean verify;

    private Overrides(Store store, GivenValues given) {
        this.store = store;
        this.given = given;
    }

    /// Reads a request's forces.
    ///
    /// @param loads what the goals need, by components or by loads
    /// @throws Refused with every force that names what is not there
    static Overrides of(List<Force> forces, EarlierLoads loads, Store store, GivenValues given) {
        Overrides overrides = new Overrides(store, given);
        List<String> problems = new ArrayList<>();
        for (Force force : forces) {
            overrides.read(force, loads, problems);
        }
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        overrides.names.addAll(overrides.values.keySet());
        overrides.names.addAll(overrides.files.keySet());
        overrides.names.addAll(overrides.runs.keySet());
        overrides.names.addAll(overrides.reuse);
        return overrides;
    }

    private void read(Force force, EarlierLoads loads, List<String> problems) {
        switch (force) {
            case Force.Rerun(String task) -> rerun.add(checked("--rerun", task, loads, problems));
            case Force.RerunDownstream(String task) -> rerunDownstream.add(checked("--rerun", task, loads, problems));
            case Force.RerunAffected() -> rerunAffected = true;
            case Force.Verify() -> verify = true;
            case Force.Reuse(String task) -> reuse.add(checked("--reuse", task, loads, problems));
            case Force.Given(String task, Object value) -> values.put(checked("--set", task, loads, problems), value);
            case Force.Kept(Map<Key, Output> outputs) -> kept.putAll(outputs);
            case Force.GivenFile(String task, Path file) -> {
                files.put(checked("--set", task, loads, problems), file);
                if (!Files.isRegularFile(file)) {
                    problems.add("--set " + task + ": there is no file " + file);
                }
            }
            case Force.FromRun(String task, String run) -> {
                checked("--from", task, loads, problems);
                fromRun(task, run, problems);
            }
        }
    }

    private static String checked(String flag, String task, EarlierLoads loads, List<String> problems) {
        if (!loads.isNeeded(task)) {
            Set<String> names = loads.names();
            problems.add(flag + " " + task + ": no task of that name is needed here"
                    + Nearest.to(task, names)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(".")
                    + " There are " + String.join(", ", names));
        }
        return task;
    }

    private void fromRun(String task, String run, List<String> problems) {
        Optional<RunRecord> record = store.runs().find(run);
        if (record.isEmpty()) {
            problems.add("--from " + task + "=" + run + ": there is no such run; see 'wadachi ls'");
            return;
        }
        if (!store.runs().isOwn(record.get())) {
            String project = record.get().start().project();
            problems.add("--from " + task + "=" + run + ": that run is of project " + project + ", and this is "
                    + store.project() + ", whose " + task + " may be another task; let " + project
                    + " publish the result, and read it by its published name");
            return;
        }
        Map<Key, Recorded> results = new HashMap<>();
        store.runs()
                .outcomes(
                        record.get().id(),
                        outcome -> result(outcome).ifPresent(each -> results.put(outcome.key(), each)));
        runs.put(task, results);
        runNames.put(task, record.get().id().text());
    }

    private Optional<Recorded> result(TaskOutcome outcome) {
        return outcome.outcome() == Outcome.HIT || outcome.outcome() == Outcome.RAN
                ? outcome.result().flatMap(store.traces()::find)
                : Optional.empty();
    }

    /// What these nodes need, each after its upstreams: not what only a node would need that has a value by the user's
    /// word.
    List<Node> needed(Collection<Node> wanted) {
        List<Node> needed = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Deque<Need> path = new ArrayDeque<>();
        for (Node goal : wanted) {
            open(goal, seen, path);
            while (!path.isEmpty()) {
                Need last = path.peek();
                if (last.upstreams().hasNext()) {
                    open(last.upstreams().next().node(), seen, path);
                } else {
                    needed.add(path.pop().node());
                }
            }
        }
        return needed;
    }

    /// A node on the way up, with those of its upstreams that were not looked at yet.
    private record Need(Node node, Iterator<Node.Upstream> upstreams) {}

    private void open(Node node, Set<Node> seen, Deque<Need> path) {
        if (node.settlement == null && seen.add(node)) {
            List<Node.Upstream> upstreams = standsAlone(node) ? List.of() : node.upstreams;
            path.push(new Need(node, upstreams.iterator()));
        }
    }

    /// Whether a node has its value by the user's word, and so needs nothing.
    boolean standsAlone(Node node) {
        return settlement(node).isPresent();
    }

    /// The value that stands in for a node, if the user gave one.
    ///
    /// @throws IllegalArgumentException if what the user names cannot be used
    Optional<Settlement.Valued> settlement(Node node) {
        Output output = kept.get(node.key);
        if (output != null) {
            return Optional.of(
                    standIns.computeIfAbsent(node, same -> Optional.of(standIn(same, output, "as it was recorded")))
                            .orElseThrow());
        }
        return names.contains(node.name) ? standIns.computeIfAbsent(node, this::standIn) : Optional.empty();
    }

    private Optional<Settlement.Valued> standIn(Node node) {
        String name = node.name;
        if (values.containsKey(name)) {
            return Optional.of(standIn(node, given.store(node.codec, values.get(name)), "a given value"));
        }
        if (files.containsKey(name)) {
            Path file = files.get(name);
            return Optional.of(standIn(
                    node, given.storeFile(node.codec, file), file.getFileName().toString()));
        }
        if (runs.containsKey(name)) {
            return Optional.of(fromRun(node, runs.get(name)));
        }
        return reuse.contains(name) ? reused(node) : Optional.empty();
    }

    private static Settlement.Valued standIn(Node node, Output output, String what) {
        Mark mark = new Mark(Mark.Kind.OVERRIDDEN, node.name + " was given: " + what);
        return Results.standIn(node, output, Optional.empty(), List.of(mark));
    }

    private Settlement.Valued fromRun(Node node, Map<Key, Recorded> results) {
        String run = runNames.get(node.name);
        Recorded result = results.get(node.key);
        if (result == null) {
            List<Recorded> ofName = results.values().stream()
                    .filter(each -> each.trace().key().task().equals(node.key.task()))
                    .toList();
            if (ofName.size() != 1) {
                throw new IllegalArgumentException("run " + run + " has " + ofName.size() + " results of " + node.name
                        + ", and none with the parameters of " + node.label() + "; choose another run with --from");
            }
            result = ofName.getFirst();
        }
        Mark mark = new Mark(Mark.Kind.OVERRIDDEN, node.name + " was taken from run " + run);
        return Results.standIn(node, usable(node, result), Optional.of(result), List.of(mark));
    }

    private Optional<Settlement.Valued> reused(Node node) {
        return store.traces().ofKey(node.key, 50).stream()
                .filter(each -> store.revocations().of(each).isEmpty())
                .filter(each -> store.blobs().open(each.trace().output()).isPresent())
                .findFirst()
                .map(newest -> {
                    String when = MINUTE.format(newest.trace().origin().started());
                    Mark mark = new Mark(Mark.Kind.NOT_REPRODUCIBLE, node.name + " of " + when + " was reused");
                    return Results.standIn(node, newest.trace().output(), Optional.of(newest), List.of(mark));
                });
    }

    private Output usable(Node node, Recorded recorded) {
        Trace trace = recorded.trace();
        if (store.blobs().open(trace.output()).isEmpty()) {
            throw new IllegalArgumentException("the bytes of " + node.name + " in run " + runNames.get(node.name)
                    + " are gone from the store; choose another run with --from");
        }
        return trace.output();
    }

    /// Why a node runs although a result is there, if the user asked for that.
    Optional<Cause> force(Node node) {
        if (rerun.contains(node.name)) {
            return Optional.of(new Cause.Forced("--rerun " + node.name));
        }
        return rerunDownstream.contains(node.name)
                ? Optional.of(new Cause.Forced("--rerun " + node.name + "+"))
                : Optional.empty();
    }

    /// Whether hits are run again and compared.
    boolean verifies() {
        return verify;
    }

    boolean isForcedDownstream(Node node) {
        return rerunDownstream.contains(node.name);
    }

    /// The flag that forces what is downstream.
    String downstreamFlag() {
        return "--rerun " + String.join("+,", rerunDownstream) + "+";
    }

    /// Why a task runs that loads what is forced with all that follows, if it does.
    ///
    /// @param forced the keys of what is forced, and of what follows
    Optional<Cause> downstream(Recorded recorded, Set<Key> forced) {
        boolean isDownstream = !forced.isEmpty()
                && recorded.trace().inputs().loads().stream()
                        .anyMatch(load -> load instanceof Load.Value value && forced.contains(value.key()));
        return isDownstream ? Optional.of(new Cause.Forced(downstreamFlag())) : Optional.empty();
    }

    /// Why a result is computed again, if it was computed from a revoked one and the user asked for that.
    Optional<Cause> affected(Recorded recorded) {
        return rerunAffected && !store.revocations().marking(recorded.id()).isEmpty()
                ? Optional.of(new Cause.Forced("--rerun-affected"))
                : Optional.empty();
    }
}
