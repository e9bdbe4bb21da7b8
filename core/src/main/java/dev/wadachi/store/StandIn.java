package dev.wadachi.store;

import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonWriter;
import dev.wadachi.json.Layout;

/// What stood in place of a task in a run by its user's word: a given value, or a result of another time; a line of its
/// `events.jsonl`. As long as the run is kept, so are its bytes, because the run cannot be computed again without them.
///
/// @param key which task
/// @param output the value
/// @param because where it came from, for people
public record StandIn(Key key, Output output, String because) {

    /// The event's kind, by which its line is found.
    static final String EVENT = "standIn";

    byte[] json() {
        JsonWriter json = JsonWriter.of(Layout.COMPACT).beginObject();
        json.name("event").value(EVENT);
        json.name("key").value(TraceJson.keyText(key));
        Manifest.write(json.name("output"), output);
        return json.name("because").value(because).endObject().bytes();
    }

    static StandIn read(JsonObject json) {
        return new StandIn(TraceJson.key(json.text("key")), Manifest.read(json.object("output")), json.text("because"));
    }
}
