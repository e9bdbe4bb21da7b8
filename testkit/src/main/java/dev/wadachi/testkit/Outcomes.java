package dev.wadachi.testkit;

import dev.wadachi.engine.Report;
import dev.wadachi.engine.TaskResult;
import dev.wadachi.store.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Which tasks came to which outcome in a run: the names of each, sorted, a name once for each task.
///
/// ```java
/// assertThat(Outcomes.of(report)).hasToString("ran Evaluate, Train; hit Features, Sales");
/// assertThat(Outcomes.of(report).ran()).containsExactly("Evaluate", "Train");
/// ```
public record Outcomes(List<String> ran, List<String> hit, List<String> failed, List<String> skipped) {

    /// Keeps unmodifiable copies.
    public Outcomes {
        ran = List.copyOf(ran);
        hit = List.copyOf(hit);
        failed = List.copyOf(failed);
        skipped = List.copyOf(skipped);
    }

    /// The outcomes of a run.
    public static Outcomes of(Report report) {
        return new Outcomes(
                names(report, Outcome.RAN),
                names(report, Outcome.HIT),
                names(report, Outcome.FAILED),
                names(report, Outcome.SKIPPED));
    }

    private static List<String> names(Report report, Outcome outcome) {
        return report.tasks().stream()
                .filter(result -> result.outcome() == outcome)
                .map(TaskResult::key)
                .map(key -> key.task())
                .sorted()
                .toList();
    }

    /// `ran Evaluate, Train; hit Features, Sales`: outcomes that no task came to are left out.
    @Override
    public String toString() {
        List<String> texts = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.RAN, Outcome.HIT, Outcome.FAILED, Outcome.SKIPPED)) {
            if (!of(outcome).isEmpty()) {
                texts.add(outcome.name().toLowerCase(Locale.ROOT) + " " + String.join(", ", of(outcome)));
            }
        }
        return String.join("; ", texts);
    }

    private List<String> of(Outcome outcome) {
        return switch (outcome) {
            case RAN -> ran;
            case HIT -> hit;
            case FAILED -> failed;
            case SKIPPED -> skipped;
        };
    }
}
