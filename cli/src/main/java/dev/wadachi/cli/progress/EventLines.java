package dev.wadachi.cli.progress;

import dev.wadachi.digest.Key;
import dev.wadachi.engine.Cause;
import dev.wadachi.engine.Event;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.TaskResult;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.store.Outcome;
import java.util.Locale;

/// The events of a run as a log that programs read.
///
/// @param lines where they go
/// @param point the point of a backfill that the run is of; empty for a run alone
record EventLines(JsonStream lines, String point) {

    /// @param run the run's id, if it is known
    void write(Event event, String run) {
        JsonObjectBuilder line = switch (event) {
            case Event.RunStarted(String id, int tasks) ->
                lines.event("runStarted").put("run", id).put("tasks", tasks);
            case Event.TaskStarted started ->
                task("taskStarted", started.task(), run)
                        .put("label", started.label())
                        .putTexts(
                                "because",
                                started.causes().stream().map(Cause::text).toList());
            case Event.TaskEnded(TaskResult result) -> ended(result, run);
            case Event.Progressed(Key task, double share, String message) ->
                task("progressed", task, run).put("share", share).put("text", message);
            case Event.Measured(Key task, var metric) ->
                task("measured", task, run).put("metric", metric.name()).put("value", metric.figure());
            case Event.Logged(Key task, String text) ->
                task("logged", task, run).put("text", text);
            case Event.Warned(String text) ->
                lines.event("warned").put("run", run).put("text", text);
            case Event.RunEnded(Report report) -> ended(report);
        };
        if (!point.isEmpty()) {
            line.put("point", point);
        }
        lines.write(line.build());
    }

    private JsonObjectBuilder task(String event, Key task, String run) {
        return lines.event(event)
                .put("run", run)
                .put("task", task.task())
                .put("key", task.digest().shortHex());
    }

    private JsonObjectBuilder ended(TaskResult result, String run) {
        return task("taskEnded", result.key(), run)
                .put("label", result.label())
                .put("outcome", word(result.outcome()))
                .put("wallSeconds", result.wall().toNanos() / 1e9)
                .put("cpuSeconds", result.cpu().toNanos() / 1e9);
    }

    private JsonObjectBuilder ended(Report report) {
        JsonObjectBuilder counts = JsonObject.builder();
        for (Outcome outcome : Outcome.values()) {
            counts.put(word(outcome), report.count(outcome));
        }
        return lines.event("runEnded")
                .put("run", report.run())
                .put("succeeded", report.succeeded())
                .put("counts", counts.build())
                .put("wallSeconds", report.wall().toNanos() / 1e9);
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
