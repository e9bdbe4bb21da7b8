package dev.wadachi.cli.explain;

import dev.wadachi.cli.print.Quantity;
import dev.wadachi.digest.Key;
import dev.wadachi.engine.Plan;
import dev.wadachi.engine.Step;
import dev.wadachi.store.Accept;
import dev.wadachi.store.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Why the goals are not up to date: a tree from them down to the root causes.
///
///     Evaluate  may run: only if upstream model comes out otherwise
///       Train  will run: code changed
///           Fit.fit(Table, Algorithm)  Fit.java:41, called from Train.run
///         Features  up to date (2026-01-04 12:30, run 7f3a, 0.8 s)
///     To keep the old result: wadachi accept Train Demand evaluate --reason "…"
///
/// Tasks of one name that run for one reason are told once and counted: a change of code often meets hundreds of them.
/// Below a task that is up to date nothing is told, for nothing there is a cause.
public final class WhyText {

    private static final int MOST_LINES = 200;
    private static final int DEEPEST = 20;

    private final Map<Key, Step> steps = new LinkedHashMap<>();
    /// Tasks that are not up to date, by what is the same for those that are told once.
    private final Map<String, List<Step>> kinds = new LinkedHashMap<>();

    private final Set<String> told = new HashSet<>();
    private final Set<String> acceptable = new LinkedHashSet<>();
    private final List<String> lines = new ArrayList<>();

    private record Visit(Step step, int depth) {}

    private WhyText(Plan plan) {
        for (Step step : plan.steps()) {
            steps.put(step.key(), step);
            if (step.decision() != Step.Decision.UP_TO_DATE) {
                kinds.computeIfAbsent(StepText.kind(step), _ -> new ArrayList<>())
                        .add(step);
            }
        }
    }

    /// The lines.
    ///
    /// @param acceptance the command that accepts the change of a task, by the task's name
    public static List<String> of(Plan plan, UnaryOperator<String> acceptance) {
        if (plan.isUpToDate()) {
            return Stream.concat(Stream.of("nothing to do: " + plan.steps().size() + " up to date"), notes(plan))
                    .toList();
        }
        WhyText text = new WhyText(plan);
        text.walk(goals(plan));
        text.tellTheRest();
        text.acceptable.forEach(task -> text.lines.add("To keep the old result: " + acceptance.apply(task)));
        notes(plan).forEach(text.lines::add);
        return text.lines;
    }

    /// What passes from kept values to whatever is computed from them.
    private static Stream<String> notes(Plan plan) {
        return plan.steps().stream()
                .flatMap(step -> step.marks().stream()
                        .filter(Mark::isPassedOn)
                        .map(mark -> "note: " + step.label() + " is " + MarkText.of(mark)))
                .limit(MOST_LINES);
    }

    /// Why tasks of a name, or `*` for all, run or may run in spite of what was accepted for them: their own causes
    /// alone, and, of tasks that are named, what they read.
    public static List<String> ofTask(String task, Plan plan) {
        return plan.steps().stream()
                .filter(step -> task.equals(Accept.EVERY_TASK)
                        || task.equals(step.name())
                        || task.equals(step.key().task()))
                .flatMap(step -> inSpite(step, task).stream())
                .limit(MOST_LINES)
                .toList();
    }

    private static Optional<String> inSpite(Step step, String task) {
        return switch (step.decision()) {
            case UP_TO_DATE -> Optional.empty();
            case WILL_RUN -> Optional.of(step.label() + " runs all the same: " + StepText.reason(step));
            case DEPENDS ->
                task.equals(Accept.EVERY_TASK)
                        ? Optional.empty()
                        : Optional.of(step.label() + " " + StepText.decision(step)
                                + "; what it reads is never accepted: wadachi run --reuse " + step.name()
                                + " keeps its result, and says so");
        };
    }

    private void walk(List<Step> goals) {
        Deque<Visit> waiting = new ArrayDeque<>();
        goals.reversed().forEach(goal -> waiting.push(new Visit(goal, 0)));
        while (!waiting.isEmpty() && lines.size() < MOST_LINES) {
            Visit visit = waiting.pop();
            if (visit.step().decision() == Step.Decision.UP_TO_DATE) {
                line(visit);
            } else if (told.add(StepText.kind(visit.step()))) {
                tell(visit);
                upstreams(visit).reversed().forEach(waiting::push);
            }
        }
    }

    private void tell(Visit visit) {
        Step step = visit.step();
        line(visit);
        String indent = indent(visit.depth() + 2);
        StepText.methods(step).forEach(method -> lines.add(indent + method));
        int more = kinds.getOrDefault(StepText.kind(step), List.of()).size() - 1;
        if (more > 0) {
            lines.add(indent + "… and " + more + " more " + step.name() + " likewise");
        }
        if (StepText.mayBeAccepted(step)) {
            acceptable.add(step.name());
        }
    }

    private void line(Visit visit) {
        lines.add(indent(visit.depth()) + visit.step().label() + "  " + StepText.decision(visit.step()));
    }

    /// What a task needs: all that is not up to date, and of what is, one of each name.
    private List<Visit> upstreams(Visit visit) {
        List<Visit> next = new ArrayList<>();
        Set<String> upToDate = new HashSet<>();
        for (Key key : visit.step().upstreams()) {
            Step upstream = steps.get(key);
            if (upstream == null) {
                continue;
            }
            boolean isUpToDate = upstream.decision() == Step.Decision.UP_TO_DATE;
            if (!isUpToDate || upToDate.add(key.task())) {
                next.add(new Visit(upstream, visit.depth() + 1));
            }
        }
        return next;
    }

    /// A cause may lie below a task that was only counted.
    private void tellTheRest() {
        for (Map.Entry<String, List<Step>> kind : kinds.entrySet()) {
            Step first = kind.getValue().getFirst();
            if (first.decision() == Step.Decision.WILL_RUN && lines.size() < MOST_LINES && told.add(kind.getKey())) {
                tell(new Visit(first, 0));
            }
        }
        long left = kinds.entrySet().stream()
                .filter(kind -> !told.contains(kind.getKey()))
                .mapToLong(kind -> kind.getValue().size())
                .sum();
        if (left > 0) {
            lines.add("… and " + Quantity.count(left, "more task"));
        }
    }

    private static String indent(int depth) {
        return "  ".repeat(Math.min(depth, DEEPEST));
    }

    /// Those that nobody else in the plan needs: all that are not up to date, and of those that are, one of each name.
    /// What a body loads is among them, which may be hundreds of partitions.
    private static List<Step> goals(Plan plan) {
        Set<Key> needed = new HashSet<>();
        plan.steps().forEach(step -> needed.addAll(step.upstreams()));
        Set<String> upToDate = new HashSet<>();
        return plan.steps().stream()
                .filter(step -> !needed.contains(step.key()))
                .filter(step -> step.decision() != Step.Decision.UP_TO_DATE || upToDate.add(step.name()))
                .toList();
    }
}
