package dev.wadachi.json;

import java.util.Optional;
import java.util.SequencedMap;

/// Members by name, kept in order. Two objects are equal when their members are, in whatever order.
///
/// The readers by name (`text("task")`) are for files of our own making: where a member is missing or of another
/// kind, they throw a [JsonException] that names it. The finders (`findText("note")`) treat an absent member and
/// `null` alike.
public record JsonObject(SequencedMap<String, Json> members) implements Json {

    public static final JsonObject EMPTY = builder().build();

    public JsonObject {
        members = Members.copyOf(members);
    }

    public static JsonObjectBuilder builder() {
        return new JsonObjectBuilder();
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /// The member of that name; empty where it is absent or `null`.
    public Optional<Json> find(String name) {
        Json member = members.get(name);
        return member == null || member instanceof JsonNull ? Optional.empty() : Optional.of(member);
    }

    /// @throws JsonException where there is no such member
    public Json get(String name) {
        Json member = members.get(name);
        if (member == null) {
            throw new JsonException("There is no member '" + name + "' among " + members.keySet() + ".");
        }
        return member;
    }

    public JsonObject object(String name) {
        if (get(name) instanceof JsonObject object) {
            return object;
        }
        throw refuse(name, "an object");
    }

    public JsonArray array(String name) {
        if (get(name) instanceof JsonArray array) {
            return array;
        }
        throw refuse(name, "an array");
    }

    public String text(String name) {
        if (get(name) instanceof JsonString(String value)) {
            return value;
        }
        throw refuse(name, "a string");
    }

    /// A whole number.
    public long number(String name) {
        return numberOf(name).asLong();
    }

    public double decimal(String name) {
        return numberOf(name).asDouble();
    }

    public boolean flag(String name) {
        if (get(name) instanceof JsonBoolean(boolean value)) {
            return value;
        }
        throw refuse(name, "true or false");
    }

    public Optional<String> findText(String name) {
        return find(name).map(_ -> text(name));
    }

    public Optional<JsonObject> findObject(String name) {
        return find(name).map(_ -> object(name));
    }

    public Optional<JsonArray> findArray(String name) {
        return find(name).map(_ -> array(name));
    }

    private JsonNumber numberOf(String name) {
        if (get(name) instanceof JsonNumber number) {
            return number;
        }
        throw refuse(name, "a number");
    }

    private JsonException refuse(String name, String expected) {
        return new JsonException(
                "Expected " + expected + " as member '" + name + "', but found " + Kind.describe(get(name)) + ".");
    }

    @Override
    public String toString() {
        return compact();
    }
}
