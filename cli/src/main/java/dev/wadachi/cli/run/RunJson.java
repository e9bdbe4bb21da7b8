package dev.wadachi.cli.run;

import dev.wadachi.cli.explain.MarkText;
import dev.wadachi.cli.goal.Combination;
import dev.wadachi.cli.goal.Goal;
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
                .put("goals", goals(selection, (_, goal) -> report.find(goal.task())))
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

    static JsonArray goals(Selection selection, SelectionText.Values values) {
        List<Json> goals = new ArrayList<>();
        for (Combination combination : selection.combinations()) {
            for (Goal goal : combination.goals()) {
                JsonObjectBuilder json =
                        JsonObject.builder().put("goal", goal.name()).putTexts("parameters", combination.parameters());
                values.of(combination, goal).ifPresent(value -> json.put("value", ValueJson.of(value)));
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

    static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
