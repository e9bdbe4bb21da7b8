package dev.wadachi.cli.notice;

import dev.wadachi.cli.command.NextCommand;
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

/// What is told of a run.
///
/// @param reason why
/// @param project what the project is called
/// @param invocation how the run was asked for
/// @param run its id
/// @param took how long it has taken so far
/// @param state how it stands
public record Notice(Reason reason, String project, Invocation invocation, String run, Duration took, State state) {

    /// How a run stands.
    public sealed interface State {

        /// It is under way.
        record Underway() implements State {}

        /// It ended.
        ///
        /// @param report what came of it
        record Ended(Report report) implements State {}

        /// It never began: its code does not compile, or its tasks could not be made.
        ///
        /// @param obstacle why, as the terminal says it
        record Prevented(String obstacle) implements State {}
    }

    /// So many failures are told in a message for people.
    private static final int SHOWN = 3;

    private Optional<Report> ended() {
        return state instanceof State.Ended(Report report) ? Optional.of(report) : Optional.empty();
    }

    private Optional<String> obstacle() {
        return state instanceof State.Prevented(String obstacle) ? Optional.of(obstacle) : Optional.empty();
    }

    /// For programs.
    ///
    /// `reason`, `project`, `pipeline`, `goals`, `parameters`, `run`, `seconds`; after the end a count for each outcome
    /// and `failures`, each with `task`, `chain` from the goal down to it, `error` from the outside in, and `hint`;
    /// `obstacle` in place of these for a run that never began; `look`, the command that tells more.
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
        obstacle().ifPresent(obstacle -> json.put("obstacle", obstacle));
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
        obstacle().ifPresent(obstacle -> lines.add("> " + escaped(obstacle).replace("\n", "\n> ")));
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
                switch (state) {
                    case State.Prevented _ -> "did not begin";
                    case State.Ended(Report report) when report.failures().isEmpty() -> "was stopped after " + time;
                    case State.Ended _, State.Underway _ -> "failed after " + time;
                };
            case SLOW -> "has been running for " + time;
        };
    }

    /// What tells more: a failed task's log, or the run's story; the command itself where there is neither.
    private String look() {
        if (state instanceof State.Prevented) {
            return new NextCommand(invocation.command()).text();
        }
        String shortly = new RunId(run).shortText();
        return reason == Reason.FAILED ? "wadachi log " + shortly : "wadachi show " + shortly;
    }

    /// The three characters that Slack reads as its own.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
