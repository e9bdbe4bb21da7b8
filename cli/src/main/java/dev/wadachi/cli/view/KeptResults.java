package dev.wadachi.cli.view;

import dev.wadachi.digest.Key;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.store.TraceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds kept results by what people call them.
public final class KeptResults {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{4,64}");

    private static final Comparator<Recorded> NEWEST_FIRST = Comparator.comparing(
                    (Recorded recorded) -> recorded.trace().origin().started())
            .thenComparing(Recorded::number)
            .reversed();

    private KeptResults() {}

    /// The newest result of a task, or that whose output or key begins with these digits.
    public static Optional<Recorded> newest(String taskOrDigest, Store store) {
        Optional<Recorded> ofTask =
                store.traces().ofTask(taskOrDigest, 1).stream().findFirst();
        return ofTask.isPresent() ? ofTask : named(taskOrDigest, store).stream().findFirst();
    }

    /// Everything that a name may mean, newest first; more than one, where it is not said which is meant.
    ///
    /// A task's name means what the newest run with that task had for it, whether it was computed there or found: one
    /// result for each of the keys that it had there. With parameters, as in `Train(algorithm=gbdt)`, it means those
    /// alone; some of them are enough where they fit one point, and else mean one result of each. Else a name is the
    /// beginning of the digest of outputs or of keys, or a result's full name.
    public static List<Recorded> named(String name, Store store) {
        Optional<TraceId> id = id(name);
        if (id.isPresent()) {
            return store.traces().find(id.get()).stream().toList();
        }
        List<Recorded> ofTask = called(name, store.traces().ofTask(taskOf(name), Integer.MAX_VALUE));
        if (ofTask.isEmpty()) {
            return DIGEST.matcher(name).matches() ? byDigest(name, store) : List.of();
        }
        if (ofTask.stream().noneMatch(recorded -> isCalled(name, recorded))) {
            List<Recorded> points = newestOfEach(ofTask, KeptResults::key);
            return points.size() > 1 ? points : named(label(points.getFirst().trace()), store);
        }
        return store.runs()
                .newestFirst()
                .map(run -> ofRun(run, name, store))
                .filter(results -> !results.isEmpty())
                .findFirst()
                .orElseGet(() -> newestOfEach(ofTask, KeptResults::key));
    }

    /// The results that a run had for a task, computed there or found there, one for each key.
    ///
    /// @param name the task's name, with parameters or without; or the beginning of a key's digest
    public static List<Recorded> ofRun(RunRecord run, String name, Store store) {
        String task = taskOf(name);
        boolean isDigest = DIGEST.matcher(name).matches();
        List<TraceId> ids = new ArrayList<>();
        store.runs().outcomes(run.id(), outcome -> {
            if (outcome.key().task().equals(task)
                    || isDigest && outcome.key().digest().hex().startsWith(name)) {
                outcome.result().ifPresent(ids::add);
            }
        });
        List<Recorded> results =
                ids.stream().flatMap(id -> store.traces().find(id).stream()).toList();
        return newestOfEach(isDigest ? results : called(name, results), KeptResults::key);
    }

    /// `Train(algorithm=gbdt, until=2021-07-19)`.
    public static String label(Trace trace) {
        String parameters = trace.inputs().parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(", "));
        return parameters.isEmpty() ? trace.key().task() : trace.key().task() + "(" + parameters + ")";
    }

    private static Optional<TraceId> id(String name) {
        try {
            return Optional.of(TraceId.parse(name));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private static String taskOf(String name) {
        int parameters = name.indexOf('(');
        return parameters < 0 ? name : name.substring(0, parameters);
    }

    /// The results of that very name; where there are none, those that have the parameters that it says.
    private static List<Recorded> called(String name, List<Recorded> results) {
        List<Recorded> exactly =
                results.stream().filter(recorded -> isCalled(name, recorded)).toList();
        if (!exactly.isEmpty() || !name.endsWith(")")) {
            return exactly;
        }
        String parameters = name.substring(taskOf(name).length() + 1, name.length() - 1);
        return results.stream()
                .filter(recorded -> Points.has(recorded, parameters))
                .toList();
    }

    private static boolean isCalled(String name, Recorded recorded) {
        return name.equals(taskOf(name)) || name.equals(label(recorded.trace()));
    }

    /// A key's digits mean its newest result; an output's digits, which are printed as a result's id, mean that output.
    private static List<Recorded> byDigest(String digits, Store store) {
        List<Recorded> ofKeys = new ArrayList<>();
        List<Recorded> ofOutputs = new ArrayList<>();
        store.traces().forEach(recorded -> {
            Trace trace = recorded.trace();
            if (trace.key().digest().hex().startsWith(digits)) {
                ofKeys.add(recorded);
            } else if (trace.output().digest().hex().startsWith(digits)) {
                ofOutputs.add(recorded);
            }
        });
        List<Recorded> all = new ArrayList<>(newestOfEach(ofKeys, KeptResults::key));
        all.addAll(newestOfEach(
                ofOutputs, recorded -> List.of(key(recorded), recorded.trace().output())));
        return newestOfEach(all, Recorded::id);
    }

    private static Key key(Recorded recorded) {
        return recorded.trace().key();
    }

    private static List<Recorded> newestOfEach(List<Recorded> results, Function<Recorded, Object> kind) {
        Map<Object, Recorded> newest = new LinkedHashMap<>();
        results.stream().sorted(NEWEST_FIRST).forEach(recorded -> newest.putIfAbsent(kind.apply(recorded), recorded));
        return List.copyOf(newest.values());
    }
}
