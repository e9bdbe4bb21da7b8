package dev.wadachi.cli.explain;

import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.Cause;
import dev.wadachi.engine.RunDifference;
import dev.wadachi.engine.RunDifference.TaskDifference;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Commit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How a plan stands to an earlier run, as text and as JSON.
public final class RunDifferenceText {

    private static final int MOST_KINDS = 50;
    private static final int SHORT_HASH = 7;

    private RunDifferenceText() {}

    /// The lines. Tasks of one name that differ alike are told once and counted.
    public static List<String> of(RunDifference difference) {
        List<String> lines = new ArrayList<>();
        lines.add("compared with run " + difference.run().id().shortText() + " of "
                + Quantity.of(difference.run().started()));
        commit(difference).ifPresent(lines::add);
        Map<String, List<TaskDifference>> kinds = new LinkedHashMap<>();
        difference
                .tasks()
                .forEach(task -> kinds.computeIfAbsent(kind(task), _ -> new ArrayList<>())
                        .add(task));
        kinds.values().stream().limit(MOST_KINDS).forEach(alike -> tell(alike, lines));
        if (kinds.size() > MOST_KINDS) {
            lines.add("… and " + (kinds.size() - MOST_KINDS) + " more differences: --json lists them");
        }
        if (!difference.gone().isEmpty()) {
            lines.add("no longer needed: " + String.join(", ", difference.gone()));
        }
        lines.add(
                difference.isNothing()
                        ? "nothing differs: " + Quantity.count(difference.alike(), "task") + " as in that run"
                        : Quantity.count(difference.alike(), "task")
                                + " as in that run, or different only by what these give");
        return lines;
    }

    private static void tell(List<TaskDifference> alike, List<String> lines) {
        TaskDifference first = alike.getFirst();
        lines.add(first.label() + "  " + (first.isNew() ? "is new" : String.join("; ", texts(first))));
        StepText.methods(first.causes()).forEach(method -> lines.add("    " + method));
        if (alike.size() > 1) {
            lines.add("    … and " + (alike.size() - 1) + " more " + first.name() + " likewise");
        }
    }

    private static List<String> texts(TaskDifference task) {
        return task.causes().stream().map(Cause::text).distinct().toList();
    }

    private static String kind(TaskDifference task) {
        return task.name() + texts(task) + StepText.methods(task.causes());
    }

    /// What was committed then and is now; empty if that is the same, or not known.
    private static Optional<String> commit(RunDifference difference) {
        Optional<Commit> then = difference.run().start().repository();
        Optional<Commit> now = difference.repository();
        if (then.isEmpty() && now.isEmpty() || then.equals(now)) {
            return Optional.empty();
        }
        return Optional.of("commit " + text(then) + " → " + text(now));
    }

    private static String text(Optional<Commit> commit) {
        return commit.map(known -> known.hash()
                                .substring(0, Math.min(SHORT_HASH, known.hash().length()))
                        + (known.dirtyDiff().isPresent() ? " with changes" : ""))
                .orElse("none");
    }

    /// For a script.
    public static JsonObject json(RunDifference difference) {
        return JsonObject.builder()
                .put("run", difference.run().id().text())
                .put("same", difference.isNothing())
                .put(
                        "commits",
                        new JsonArray(Stream.of(difference.run().start().repository(), difference.repository())
                                .<Json>map(commit ->
                                        Json.of(commit.map(Commit::hash).orElse("")))
                                .toList()))
                .put(
                        "tasks",
                        new JsonArray(difference.tasks().stream()
                                .<Json>map(RunDifferenceText::json)
                                .toList()))
                .putTexts("gone", difference.gone())
                .put("alike", difference.alike())
                .build();
    }

    private static JsonObject json(TaskDifference task) {
        return JsonObject.builder()
                .put("task", task.name())
                .put("label", task.label())
                .put("new", task.isNew())
                .putTexts("because", texts(task))
                .putTexts("methods", StepText.methods(task.causes()))
                .build();
    }
}
