package dev.wadachi.cli.explain;

import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.Plan;
import dev.wadachi.engine.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Every task of a plan on a line, in the order of a run, those that are up to date last.
public final class PlanTable {

    private static final int MOST_LINES = 200;

    private PlanTable() {}

    /// The lines.
    public static List<String> of(Plan plan) {
        List<Step> steps = new ArrayList<>();
        for (boolean upToDate : List.of(false, true)) {
            plan.steps().stream()
                    .filter(step -> (step.decision() == Step.Decision.UP_TO_DATE) == upToDate)
                    .forEach(steps::add);
        }
        List<String> lines = new ArrayList<>();
        steps.stream().limit(MOST_LINES).map(PlanTable::line).forEach(lines::add);
        if (steps.size() > MOST_LINES) {
            lines.add("… and " + Quantity.count(steps.size() - MOST_LINES, "more task"));
        }
        lines.add(summary(plan));
        return lines;
    }

    private static String line(Step step) {
        return switch (step.decision()) {
            case UP_TO_DATE -> "up to date  " + step.label() + StepText.kept(step);
            case WILL_RUN -> "will run    " + step.label() + "  " + StepText.reason(step);
            case DEPENDS -> "may run     " + step.label() + "  " + StepText.reason(step);
        };
    }

    private static String summary(Plan plan) {
        if (plan.isUpToDate()) {
            return "nothing to do: " + plan.steps().size() + " up to date";
        }
        Map<Step.Decision, Long> counts =
                plan.steps().stream().collect(Collectors.groupingBy(Step::decision, Collectors.counting()));
        long depends = counts.getOrDefault(Step.Decision.DEPENDS, 0L);
        return counts.getOrDefault(Step.Decision.WILL_RUN, 0L) + " will run, "
                + (depends == 0 ? "" : depends + " may run, ")
                + counts.getOrDefault(Step.Decision.UP_TO_DATE, 0L) + " up to date";
    }
}
