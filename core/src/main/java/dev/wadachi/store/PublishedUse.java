package dev.wadachi.store;

import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonObject;

/// That a task of a run was given the value of a published source; a line of its `events.jsonl`. By it a task is known
/// as a [Dependent] also when its results were forgotten.
///
/// @param task which task
/// @param source the source that read the published value
public record PublishedUse(Key task, Key source) {

    /// The event's kind, by which its line is found.
    static final String EVENT = "use";

    JsonObject json() {
        return JsonObject.builder()
                .put("event", EVENT)
                .put("key", TraceJson.keyText(task))
                .put("source", TraceJson.keyText(source))
                .build();
    }

    static PublishedUse read(JsonObject json) {
        return new PublishedUse(TraceJson.key(json.text("key")), TraceJson.key(json.text("source")));
    }
}
