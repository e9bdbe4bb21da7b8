package dev.wadachi.cli.result;

import dev.wadachi.cli.explain.MarkText;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.RunMetric;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A run's story.
final class RunText {

    private RunText() {}

    /// What was run: `Demand evaluate`.
    static String title(RunRecord run) {
        String goals = String.join(" ", run.start().goals());
        return run.start().pipeline().isEmpty() ? goals : (run.start().pipeline() + " " + goals).strip();
    }

    /// Parameters, surroundings, outcomes and metrics.
    static List<String> story(RunRecord run, Store store) {
        Columns facts = Columns.plain();
        facts.row("run", run.id().text());
        facts.row("what", title(run));
        store.otherProject(run.start().project()).ifPresent(project -> facts.row("project", project));
        facts.row("state", run.state().name().toLowerCase(Locale.ROOT));
        facts.row(
                "started",
                Quantity.of(run.started())
                        + run.took().map(took -> ", took " + Quantity.of(took)).orElse(""));
        facts.row("by", run.start().user() + " on " + run.process().host());
        run.start().parameters().forEach((name, value) -> facts.row("--" + name, value));
        facts.row("seed", Long.toString(run.start().seed()) + " ");
        if (!run.start().commandLine().isEmpty()) {
            facts.row("command", String.join(" ", run.start().commandLine()));
        }
        run.start()
                .repository()
                .ifPresent(commit -> facts.row(
                        "commit",
                        commit.hash() + " on " + commit.branch()
                                + commit.dirtyDiff().map(_ -> ", with changes").orElse("")));
        facts.row("Java", run.start().java() + ", " + run.start().system());
        List<String> lines = new ArrayList<>(facts.lines());
        lines.addAll(outcomes(run, store));
        run.summary().ifPresent(end -> {
            lines.addAll(metrics(end.metrics()));
            end.marks().forEach(mark -> lines.add("note: " + MarkText.of(mark)));
            end.failure().ifPresent(error -> lines.add("\n" + error));
        });
        return lines;
    }

    static JsonObject json(RunRecord run) {
        JsonObjectBuilder json = JsonObject.builder()
                .put("run", run.id().text())
                .put("pipeline", run.start().pipeline())
                .putTexts("goals", run.start().goals())
                .putTexts("parameters", run.start().parameters())
                .put("state", run.state().name().toLowerCase(Locale.ROOT))
                .put("started", run.started().toString())
                .put("user", run.start().user())
                .putTexts("command", run.start().commandLine());
        run.took().ifPresent(took -> json.put("seconds", took.toNanos() / 1e9));
        run.summary().ifPresent(end -> {
            JsonObjectBuilder outcomes = JsonObject.builder();
            end.outcomes()
                    .forEach((outcome, count) -> outcomes.put(outcome.name().toLowerCase(Locale.ROOT), count));
            json.put("outcomes", outcomes.build());
            end.failure().ifPresent(error -> json.put("error", error));
        });
        return json.build();
    }

    private static List<String> outcomes(RunRecord run, Store store) {
        Columns columns = Columns.plain();
        store.runs().outcomes(run.id(), outcome -> {
            if (outcome.outcome() != Outcome.HIT) {
                columns.row(
                        "  " + outcome.outcome().name().toLowerCase(Locale.ROOT),
                        outcome.key().task(),
                        Quantity.ofSeconds(outcome.wallSeconds()),
                        outcome.reason());
            }
        });
        return columns.lines();
    }

    private static List<String> metrics(List<RunMetric> metrics) {
        Columns columns = Columns.plain();
        metrics.forEach(figure -> columns.row(
                "  " + figure.key().task(),
                figure.metric().name(),
                String.format(Locale.ROOT, "%.6g", figure.metric().value())));
        return columns.lines();
    }
}
