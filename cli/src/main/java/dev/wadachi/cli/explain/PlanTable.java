package dev.wadachi.cli.explain;

import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.Plan;
import dev.wadachi.engine.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Every task of a plan in a row, those that would run first.
public final class PlanTable {

    private static final int MOST_ROWS = 200;

    private PlanTable() {}

    /// The lines.
    public static List<String> of(Plan plan) {
        Columns columns = Columns.plain();
        plan.steps().stream()
                .sorted(Comparator.comparing(step -> step.decision() == Step.Decision.UP_TO_DATE))
                .limit(MOST_ROWS)
                .forEach(step -> columns.row(step.label(), StepText.decision(step)));
        List<String> lines = new ArrayList<>(columns.lines());
        if (plan.steps().size() > MOST_ROWS) {
            lines.add("… and " + Quantity.count(plan.steps().size() - MOST_ROWS, "more task"));
        }
        lines.add(summary(plan));
        return lines;
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
