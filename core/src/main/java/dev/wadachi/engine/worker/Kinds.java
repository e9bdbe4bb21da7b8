package dev.wadachi.engine.worker;

import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;

/// How a message says which one it is.
final class Kinds {

    private static final String KIND = "kind";

    private Kinds() {}

    /// The beginning of a message of this kind.
    static JsonObjectBuilder of(String kind) {
        return JsonObject.builder().put(KIND, kind);
    }

    /// Which kind a message is of.
    static String of(JsonObject json) {
        return json.text(KIND);
    }

    static JsonException unknown(JsonObject json) {
        return new JsonException("There is no message of the kind " + of(json) + ".");
    }
}
