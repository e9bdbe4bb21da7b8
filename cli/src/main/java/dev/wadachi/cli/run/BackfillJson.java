package dev.wadachi.cli.run;

import dev.wadachi.cli.goal.Selection;
import dev.wadachi.engine.BackfillReport;
import dev.wadachi.engine.PointReport;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.store.Outcome;
import java.util.Locale;
import java.util.Objects;

/// What a backfill came to, for a script.
final class BackfillJson {

    private BackfillJson() {}

    static JsonObject of(BackfillResult result) {
        BackfillReport report = result.report();
        JsonObjectBuilder runs = JsonObject.builder();
        for (PointReport.State state : PointReport.State.values()) {
            runs.put(word(state), report.count(state));
        }
        JsonObjectBuilder tasks = JsonObject.builder();
        for (Outcome outcome : Outcome.values()) {
            tasks.put(RunJson.word(outcome), report.count(outcome));
        }
        return JsonObject.builder()
                .put("succeeded", report.succeeded())
                .put("end", end(report.end()))
                .put("wallSeconds", report.wall().toNanos() / 1e9)
                .put("parameter", result.points().parameter())
                .put("runs", runs.build())
                .put("tasks", tasks.build())
                .put(
                        "points",
                        new JsonArray(report.points().stream()
                                .<Json>map(point -> point(point, result))
                                .toList()))
                .build();
    }

    private static JsonObject point(PointReport point, BackfillResult result) {
        Selection selection =
                Objects.requireNonNull(result.points().selections().get(point.point()));
        JsonObjectBuilder json = JsonObject.builder()
                .put("point", point.point())
                .put("state", word(point.state()))
                .put("goals", RunJson.goals(selection, (_, goal) -> point.find(goal.task())));
        if (point.state() != PointReport.State.DONE && point.state() != PointReport.State.UP_TO_DATE) {
            json.put("again", result.points().run(point.point()).text());
        }
        return json.putIfPresent("run", point.report().map(report -> RunJson.of(selection, report)))
                .build();
    }

    private static String end(BackfillReport.End end) {
        return switch (end) {
            case COMPLETE -> "complete";
            case AFTER_FAILURE -> "afterFailure";
            case CANCELLED -> "cancelled";
        };
    }

    /// `upToDate`, `notStarted`, as the other names are written.
    private static String word(PointReport.State state) {
        return switch (state) {
            case UP_TO_DATE -> "upToDate";
            case NOT_STARTED -> "notStarted";
            case DONE, FAILED, STOPPED -> state.name().toLowerCase(Locale.ROOT);
        };
    }
}
