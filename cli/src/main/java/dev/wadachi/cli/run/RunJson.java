package dev.wadachi.cli.run;

import dev.wadachi.cli.explain.MarkText;
import dev.wadachi.cli.goal.Goal;
import dev.wadachi.cli.goal.Point;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.print.ValueJson;
import dev.wadachi.digest.Digest;
import dev.wadachi.engine.Cause;
import dev.wadachi.engine.Failure;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.TaskResult;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.store.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a run came to, for a script.
final class RunJson {

    private RunJson() {}

    static JsonObject of(Selection selection, Report report) {
        JsonObjectBuilder counts = JsonObject.builder();
        for (Outcome outcome : Outcome.values()) {
            counts.put(word(outcome), report.count(outcome));
        }
        return JsonObject.builder()
                .put("run", report.run())
                .put("succeeded", report.succeeded())
                .put("wallSeconds", report.wall().toNanos() / 1e9)
                .put("counts", counts.build())
                .put("goals", goals(selection, report))
                .put(
                        "tasks",
                        new JsonArray(
                                report.tasks().stream().<Json>map(RunJson::task).toList()))
                .put(
                        "failures",
                        new JsonArray(report.failures().stream()
                                .<Json>map(RunJson::failure)
                                .toList()))
                .putTexts("warnings", report.warnings())
                .build();
    }

    private static JsonArray goals(Selection selection, Report report) {
        List<Json> goals = new ArrayList<>();
        for (Point point : selection.points()) {
            for (Goal goal : point.goals()) {
                JsonObjectBuilder json =
                        JsonObject.builder().put("goal", goal.name()).putTexts("parameters", point.parameters());
                report.find(goal.task()).ifPresent(value -> json.put("value", ValueJson.of(value)));
                goals.add(json.build());
            }
        }
        return new JsonArray(goals);
    }

    private static JsonObject task(TaskResult task) {
        JsonObjectBuilder json = JsonObject.builder()
                .put("task", task.key().task())
                .put("label", task.label())
                .put("key", task.key().digest().hex())
                .put("outcome", word(task.outcome()))
                .put("wallSeconds", task.wall().toNanos() / 1e9)
                .put("cpuSeconds", task.cpu().toNanos() / 1e9)
                .put("bytes", task.bytes())
                .putTexts("because", task.causes().stream().map(Cause::text).toList())
                .putTexts("marks", task.marks().stream().map(MarkText::of).toList());
        return json.putIfPresent("output", task.output().map(Digest::hex).map(Json::of))
                .build();
    }

    private static JsonObject failure(Failure failure) {
        return JsonObject.builder()
                .put("label", failure.label())
                .put("error", failure.told().getFirst())
                .putTexts("causedBy", failure.told().subList(1, failure.told().size()))
                .putTexts("chain", failure.chain())
                .put("attempts", failure.attempts())
                .build();
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
