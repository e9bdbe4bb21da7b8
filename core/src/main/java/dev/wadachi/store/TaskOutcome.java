package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of one task in one run; a line of its `events.jsonl`.
///
/// @param key which task
/// @param outcome what became of it
/// @param trace the result that it stands on, or null if it has none
/// @param reason why it ran, failed or was skipped; empty for a plain hit
/// @param wallSeconds what the task took in this run, a hit's look-up included
/// @param cpuSeconds of its body's thread
/// @param bytes of its output
public record TaskOutcome(
        Key key,
        Outcome outcome,
        @Nullable TraceId trace,
        String reason,
        double wallSeconds,
        double cpuSeconds,
        long bytes) {

    /// The event's kind, by which its line is found.
    static final String EVENT = "task";

    /// The result that it stands on; none if it failed or was skipped.
    public Optional<TraceId> result() {
        return Optional.ofNullable(trace);
    }

    JsonObject json() {
        JsonObjectBuilder json = JsonObject.builder()
                .put("event", EVENT)
                .put("key", TraceJson.keyText(key))
                .put("outcome", outcome.name());
        if (trace != null) {
            json.put("fingerprint", trace.fingerprint().hex()).put("number", trace.number());
        }
        if (!reason.isEmpty()) {
            json.put("reason", reason);
        }
        return json.put("wallSeconds", wallSeconds)
                .put("cpuSeconds", cpuSeconds)
                .put("bytes", bytes)
                .build();
    }

    static TaskOutcome read(JsonObject json) {
        Key key = TraceJson.key(json.text("key"));
        TraceId trace = json.has("fingerprint")
                ? new TraceId(key, Digest.parse(json.text("fingerprint")), (int) json.number("number"))
                : null;
        return new TaskOutcome(
                key,
                Outcome.valueOf(json.text("outcome")),
                trace,
                json.findText("reason").orElse(""),
                json.decimal("wallSeconds"),
                json.decimal("cpuSeconds"),
                json.number("bytes"));
    }
}
