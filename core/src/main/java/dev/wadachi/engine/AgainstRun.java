package dev.wadachi.engine;

import dev.wadachi.digest.Fingerprint;
import dev.wadachi.digest.Key;
import dev.wadachi.store.Commit;
import dev.wadachi.store.Load;
import dev.wadachi.store.Output;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.TraceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Compares a plan with what an earlier run stood on, task by task. Used by one thread.
///
/// A task of the plan is compared with the run's result under its key, or else, as where a parameter is another, with
/// the one of the same name whose fingerprint differs least.
final class AgainstRun {

    /// Of hundreds of tasks of one name, so many are looked at for the nearest.
    private static final int CANDIDATES = 50;

    private final Workshop shop;
    private final Graph graph;
    private final RunRecord run;
    private final Map<Key, TraceId> results = new LinkedHashMap<>();
    private final Map<String, List<TraceId>> byName = new HashMap<>();
    private final Map<Key, Step> steps = new HashMap<>();
    private final Set<String> loaded = new HashSet<>();

    AgainstRun(Workshop shop, Graph graph, RunRecord run) {
        this.shop = shop;
        this.graph = graph;
        this.run = run;
        shop.store()
                .runs()
                .outcomes(
                        run.id(),
                        outcome -> outcome.result().ifPresent(result -> {
                            results.put(outcome.key(), result);
                            byName.computeIfAbsent(outcome.key().task(), _ -> new ArrayList<>())
                                    .add(result);
                        }));
    }

    RunDifference of(Plan plan, Optional<Commit> commit) {
        plan.steps().forEach(step -> steps.put(step.key(), step));
        List<RunDifference.TaskDifference> differences = new ArrayList<>();
        for (Step step : plan.steps()) {
            compare(step).ifPresent(differences::add);
        }
        return new RunDifference(
                run, differences, gone(), plan.steps().size() - differences.size(), commit.orElse(null));
    }

    /// How a task differs by itself; empty if it does not.
    private Optional<RunDifference.TaskDifference> compare(Step step) {
        Node node = graph.find(step.key());
        if (node == null) {
            return Optional.empty();
        }
        try {
            Fingerprint now = shop.fingerprints().of(node, this::output, _ -> {});
            Optional<Recorded> then = then(step.key(), now);
            if (then.isEmpty()) {
                return Optional.of(new RunDifference.TaskDifference(step.name(), step.label(), List.of()));
            }
            List<Cause> causes = shop
                    .explainer()
                    .differences(node, now, then.get().trace())
                    .stream()
                    .filter(cause -> !(cause instanceof Cause.UpstreamChanged))
                    .toList();
            return causes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RunDifference.TaskDifference(step.name(), step.label(), causes));
        } catch (Exception cannotBeAsked) {
            Cause cause = new Cause.Unasked(Planner.message(cannotBeAsked));
            return Optional.of(new RunDifference.TaskDifference(step.name(), step.label(), List.of(cause)));
        }
    }

    /// What an upstream gives, as far as it is known without running anything.
    private Optional<Output> output(Node node) {
        if (node.settlement instanceof Settlement.Valued given) {
            return Optional.of(given.output());
        }
        return Optional.ofNullable(steps.get(node.key))
                .flatMap(Step::result)
                .map(recorded -> recorded.trace().output());
    }

    private Optional<Recorded> then(Key key, Fingerprint now) {
        TraceId same = results.get(key);
        Optional<Recorded> then = same != null
                ? shop.store().traces().find(same)
                : byName.getOrDefault(key.task(), List.of()).stream()
                        .limit(CANDIDATES)
                        .flatMap(id -> shop.store().traces().find(id).stream())
                        .min(Comparator.comparingInt(recorded ->
                                Explainer.differing(now, recorded.trace()).size()));
        then.ifPresent(recorded -> recorded.trace().inputs().loads().forEach(load -> {
            if (load instanceof Load.Value value) {
                loaded.add(value.key().task());
            }
        }));
        return then;
    }

    /// What bodies load while they run is in no plan, and not gone for that.
    private List<String> gone() {
        Set<String> gone = new TreeSet<>(byName.keySet());
        steps.keySet().forEach(key -> gone.remove(key.task()));
        gone.removeAll(loaded);
        return List.copyOf(gone);
    }
}
