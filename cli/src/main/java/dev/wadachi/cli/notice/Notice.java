package dev.wadachi.cli.notice;

import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.Failure;
import dev.wadachi.engine.Invocation;
import dev.wadachi.engine.Report;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is told of a run.
///
/// @param reason why
/// @param project what the project is called
/// @param invocation how the run was asked for
/// @param run its id
/// @param took how long it has taken so far
/// @param report what came of it; null while it runs
public record Notice(
        Reason reason,
        String project,
        Invocation invocation,
        String run,
        Duration took,
        @Nullable Report report) {

    /// So many failures are told in a message for people.
    private static final int SHOWN = 3;

    /// What came of it; empty while it runs.
    Optional<Report> ended() {
        return Optional.ofNullable(report);
    }

    /// For programs.
    ///
    /// `reason`, `project`, `pipeline`, `goals`, `parameters`, `run`, `seconds`; after the end a count for each outcome
    /// and `failures`, each with `task`, `chain` from the goal down to it, `error` from the outside in, and `hint`;
    /// `look`, the command that tells more.
    JsonObject json() {
        var json = JsonObject.builder()
                .put("reason", reason.word())
                .put("project", project)
                .put("pipeline", invocation.pipeline())
                .putTexts("goals", invocation.goals())
                .putTexts("parameters", invocation.parameters())
                .put("run", run)
                .put("seconds", took.toMillis() / 1e3);
        ended().ifPresent(report -> {
            for (Outcome outcome : Outcome.values()) {
                json.put(outcome.name().toLowerCase(Locale.ROOT), report.count(outcome));
            }
            json.put(
                    "failures",
                    new JsonArray(
                            report.failures().stream().<Json>map(Notice::json).toList()));
        });
        return json.put("look", look()).build();
    }

    private static JsonObject json(Failure failure) {
        return JsonObject.builder()
                .put("task", failure.label())
                .putTexts("chain", failure.chain())
                .putTexts("error", failure.told())
                .put("hint", failure.hint())
                .build();
    }

    /// For a channel of Slack's: a message of its [incoming webhooks](https://api.slack.com/messaging/webhooks).
    JsonObject slack() {
        List<String> lines = new ArrayList<>();
        lines.add("*" + escaped(title()) + "* of " + escaped(project) + " " + said());
        String parameters = invocation.parameters().entrySet().stream()
                .map(Map.Entry::toString)
                .collect(Collectors.joining(", "));
        if (!parameters.isEmpty()) {
            lines.add(escaped(parameters));
        }
        List<Failure> failures = ended().map(Report::failures).orElse(List.of());
        for (Failure failure : failures.subList(0, Math.min(SHOWN, failures.size()))) {
            lines.add("> *" + escaped(failure.label()) + "* failed: "
                    + escaped(String.join(", caused by ", failure.told())).replace("\n", "\n> "));
            if (failure.chain().size() > 1) {
                List<String> chain = failure.chain().reversed();
                lines.add("> needed by " + escaped(String.join(" ← ", chain.subList(1, chain.size()))));
            }
        }
        if (failures.size() > SHOWN) {
            lines.add("> and " + (failures.size() - SHOWN) + " more");
        }
        lines.add("`" + look() + "`");
        return JsonObject.builder().put("text", String.join("\n", lines)).build();
    }

    private String title() {
        return invocation.pipeline().isEmpty()
                ? "a run"
                : (invocation.pipeline() + " " + String.join(" ", invocation.goals())).strip();
    }

    private String said() {
        String time = Quantity.of(took);
        return switch (reason) {
            case FINISHED -> "finished after " + time;
            case FAILED ->
                (ended().filter(report -> report.failures().isEmpty()).isPresent()
                                ? "was stopped after "
                                : "failed after ")
                        + time;
            case SLOW -> "has been running for " + time;
        };
    }

    /// What tells more: a failed task's log, or the run's story.
    private String look() {
        String shortly = new RunId(run).shortText();
        return reason == Reason.FAILED ? "wadachi log " + shortly : "wadachi show " + shortly;
    }

    /// The three characters that Slack reads as its own.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
