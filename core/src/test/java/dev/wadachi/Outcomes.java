package dev.wadachi;

import dev.wadachi.engine.Plan;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Step;
import dev.wadachi.engine.TaskResult;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Outcome;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads off reports and plans what tests ask, by the labels that people see.
final class Outcomes {

    private Outcomes() {}

    static Set<String> ran(Report report) {
        return with(report, Outcome.RAN);
    }

    static Set<String> with(Report report, Outcome outcome) {
        Set<String> labels = new TreeSet<>();
        report.tasks().stream().filter(task -> task.outcome() == outcome).forEach(task -> labels.add(task.label()));
        return labels;
    }

    static TaskResult of(Report report, String label) {
        return report.tasks().stream()
                .filter(task -> task.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not among " + report.tasks()));
    }

    static List<Mark.Kind> marks(Report report, String label) {
        return of(report, label).marks().stream().map(Mark::kind).toList();
    }

    /// Each step as `label: DECISION cause; cause`.
    static List<String> steps(Plan plan) {
        return plan.steps().stream().map(Outcomes::text).toList();
    }

    private static String text(Step step) {
        String causes = String.join(
                "; ", step.causes().stream().map(cause -> cause.text()).toList());
        return step.label() + ": " + step.decision() + (causes.isEmpty() ? "" : " " + causes);
    }
}
