package dev.wadachi.cli.explain;

import dev.wadachi.cli.print.Quantity;
import dev.wadachi.digest.Key;
import dev.wadachi.engine.Plan;
import dev.wadachi.engine.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Why the goals are not up to date: a tree from them down to the root causes.
///
///     Evaluate  will run: upstream model changed
///       Train  will run: code changed
///           Fit.fit(Table, Algorithm)  Fit.java:41, called from Train.run
///         Features  up to date (2026-01-04 12:30, run 7f3a, 0.8 s)
///     To keep the old result: wadachi accept Train --reason "…"
///
/// Below a task that is up to date nothing is told, for nothing there is a cause.
public final class WhyText {

    private static final int MOST_TASKS = 200;
    private static final int DEEPEST = 20;
    private static final int MOST_UP_TO_DATE = 3;

    private final Map<Key, Step> steps = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final Set<Key> told = new HashSet<>();
    private final Set<String> acceptable = new LinkedHashSet<>();

    private record Visit(Step step, int depth) {}

    private WhyText(Plan plan) {
        plan.steps().forEach(step -> steps.put(step.key(), step));
    }

    /// The lines.
    public static List<String> of(Plan plan) {
        if (plan.isUpToDate()) {
            return List.of("nothing to do: " + plan.steps().size() + " up to date");
        }
        WhyText text = new WhyText(plan);
        text.tell(goals(plan));
        text.close(plan);
        return text.lines;
    }

    private void tell(List<Step> goals) {
        Deque<Visit> waiting = new ArrayDeque<>();
        goals.reversed().forEach(goal -> waiting.push(new Visit(goal, 0)));
        while (!waiting.isEmpty() && told.size() < MOST_TASKS) {
            Visit visit = waiting.pop();
            if (told.add(visit.step().key())) {
                tell(visit);
                next(visit).reversed().forEach(waiting::push);
            }
        }
    }

    private void tell(Visit visit) {
        Step step = visit.step();
        String indent = "  ".repeat(Math.min(visit.depth(), DEEPEST));
        lines.add(indent + step.label() + "  " + StepText.decision(step));
        StepText.methods(step).forEach(method -> lines.add(indent + "    " + method));
        if (StepText.mayBeAccepted(step)) {
            acceptable.add(step.key().task());
        }
    }

    /// What a task needs and is not told yet: all that would run, and a few of those that are up to date.
    private List<Visit> next(Visit visit) {
        List<Visit> next = new ArrayList<>();
        if (visit.step().decision() == Step.Decision.UP_TO_DATE) {
            return next;
        }
        int upToDate = 0;
        for (Key key : visit.step().upstreams()) {
            Step upstream = steps.get(key);
            if (upstream == null || told.contains(key)) {
                continue;
            }
            boolean isUpToDate = upstream.decision() == Step.Decision.UP_TO_DATE;
            if (!isUpToDate || upToDate++ < MOST_UP_TO_DATE) {
                next.add(new Visit(upstream, visit.depth() + 1));
            }
        }
        return next;
    }

    private void close(Plan plan) {
        long all = plan.steps().stream()
                .filter(step -> step.decision() != Step.Decision.UP_TO_DATE)
                .count();
        long shown = told.stream()
                .filter(key -> steps.get(key).decision() != Step.Decision.UP_TO_DATE)
                .count();
        if (all > shown) {
            lines.add("… and " + Quantity.count(all - shown, "more task"));
        }
        acceptable.forEach(task -> lines.add("To keep the old result: wadachi accept " + task + " --reason \"…\""));
    }

    /// Those that nobody else in the plan needs.
    private static List<Step> goals(Plan plan) {
        Set<Key> needed = new HashSet<>();
        plan.steps().forEach(step -> needed.addAll(step.upstreams()));
        return plan.steps().stream()
                .filter(step -> !needed.contains(step.key()))
                .toList();
    }
}
