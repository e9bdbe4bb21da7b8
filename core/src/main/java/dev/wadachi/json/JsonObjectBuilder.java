package dev.wadachi.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Collects the members of a [JsonObject] in the order of their writing. Not safe for several threads.
public final class JsonObjectBuilder {

    private final LinkedHashMap<String, Json> members = new LinkedHashMap<>();

    JsonObjectBuilder() {}

    /// @throws IllegalArgumentException where the name was given before
    public JsonObjectBuilder put(String name, Json value) {
        if (members.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException("The member '" + name + "' was put twice.");
        }
        return this;
    }

    public JsonObjectBuilder put(String name, String value) {
        return put(name, Json.of(value));
    }

    public JsonObjectBuilder put(String name, long value) {
        return put(name, Json.of(value));
    }

    public JsonObjectBuilder put(String name, double value) {
        return put(name, Json.of(value));
    }

    public JsonObjectBuilder put(String name, boolean value) {
        return put(name, Json.of(value));
    }

    public JsonObjectBuilder putTexts(String name, Collection<String> values) {
        return put(name, JsonArray.ofTexts(values));
    }

    public JsonObjectBuilder putTexts(String name, Map<String, String> values) {
        JsonObjectBuilder object = new JsonObjectBuilder();
        values.forEach(object::put);
        return put(name, object.build());
    }

    /// Puts a member where there is a value, and none where there is not.
    public JsonObjectBuilder putIfPresent(String name, Optional<? extends Json> value) {
        return value.isEmpty() ? this : put(name, value.get());
    }

    public JsonObject build() {
        return new JsonObject(members);
    }
}
