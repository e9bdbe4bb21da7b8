package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a task failed in a run; a line of its `events.jsonl`. As long as the run is kept, so is the log.
///
/// @param key which task
/// @param label its name with parameters
/// @param chain labels from the goal down to the task
/// @param error what its body threw, with the stack
/// @param lastLines the last lines of its log
/// @param log the blob of its log, or null if it said nothing
public record TaskFailure(
        Key key,
        String label,
        List<String> chain,
        String error,
        List<String> lastLines,
        @Nullable Digest log) {

    /// The event's kind, by which its line is found.
    static final String EVENT = "failure";

    /// Keeps unmodifiable copies.
    public TaskFailure {
        chain = List.copyOf(chain);
        lastLines = List.copyOf(lastLines);
    }

    /// The blob of all that it said; empty if it said nothing.
    public Optional<Digest> wholeLog() {
        return Optional.ofNullable(log);
    }

    JsonObject json() {
        return JsonObject.builder()
                .put("event", EVENT)
                .put("key", TraceJson.keyText(key))
                .put("task", label)
                .putTexts("chain", chain)
                .put("error", error)
                .putTexts("lastLines", lastLines)
                .putIfPresent("log", wholeLog().map(Digest::hex).map(Json::of))
                .build();
    }

    static TaskFailure read(JsonObject json) {
        return new TaskFailure(
                TraceJson.key(json.text("key")),
                json.text("task"),
                json.array("chain").texts(),
                json.text("error"),
                json.array("lastLines").texts(),
                json.findText("log").map(Digest::parse).orElse(null));
    }
}
