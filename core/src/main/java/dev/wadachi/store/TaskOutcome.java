package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonWriter;
import dev.wadachi.json.Layout;
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

    /// Written straight, because a run has up to a hundred thousand of them.
    byte[] json() {
        JsonWriter json = JsonWriter.of(Layout.COMPACT).beginObject();
        json.name("event").value(EVENT);
        json.name("key").value(TraceJson.keyText(key));
        json.name("outcome").value(outcome.name());
        if (trace != null) {
            json.name("fingerprint").value(trace.fingerprint().hex());
            json.name("number").value(trace.number());
        }
        if (!reason.isEmpty()) {
            json.name("reason").value(reason);
        }
        json.name("wallSeconds").value(wallSeconds);
        json.name("cpuSeconds").value(cpuSeconds);
        return json.name("bytes").value(bytes).endObject().bytes();
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
