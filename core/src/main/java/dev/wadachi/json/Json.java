package dev.wadachi.json;

import java.nio.charset.StandardCharsets;

/// One JSON value, immutable.
///
/// Reading is strict as RFC 8259 has it: no comments, no trailing commas, no name twice in an object, at most
/// [#MAXIMUM_DEPTH] levels, well-formed UTF-8. Numbers keep their text, so nothing is lost on the way through.
/// Writing is deterministic: equal values give equal bytes, with `\n` as the only line end.
public sealed interface Json permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /// How many objects and arrays may lie within one another.
    int MAXIMUM_DEPTH = 1_000;

    /// The value that `text` stands for.
    ///
    /// @throws JsonException where `text` is not JSON; its message names line and column
    static Json parse(String text) {
        return parse(Utf8.encode(text));
    }

    /// The value that these UTF-8 bytes stand for.
    ///
    /// @throws JsonException where they are not JSON, or not UTF-8
    static Json parse(byte[] utf8) {
        return new JsonReader(utf8).document();
    }

    static JsonString of(String value) {
        return new JsonString(value);
    }

    static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /// The shortest decimal that reads back as this very `double`.
    ///
    /// @throws IllegalArgumentException for NaN and the infinities, which JSON numbers cannot express
    static JsonNumber of(double value) {
        return JsonNumber.of(value);
    }

    static JsonBoolean of(boolean value) {
        return value ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }

    /// This value as UTF-8, with a final line end when pretty.
    default byte[] bytes(Layout layout) {
        return JsonWriter.of(layout).value(this).bytes();
    }

    /// This value as text on one line.
    default String compact() {
        return new String(bytes(Layout.COMPACT), StandardCharsets.UTF_8);
    }

    /// This value as text for a person: a member a line, two blanks a level.
    default String pretty() {
        return new String(bytes(Layout.PRETTY), StandardCharsets.UTF_8);
    }

    /// @throws JsonException where this is no object
    default JsonObject asObject() {
        if (this instanceof JsonObject object) {
            return object;
        }
        throw Kind.refuse("an object", this);
    }

    /// @throws JsonException where this is no array
    default JsonArray asArray() {
        if (this instanceof JsonArray array) {
            return array;
        }
        throw Kind.refuse("an array", this);
    }

    /// The text of a string.
    ///
    /// @throws JsonException where this is no string
    default String asText() {
        if (this instanceof JsonString(String value)) {
            return value;
        }
        throw Kind.refuse("a string", this);
    }

    /// @throws JsonException where this is no number
    default JsonNumber asNumber() {
        if (this instanceof JsonNumber number) {
            return number;
        }
        throw Kind.refuse("a number", this);
    }

    /// @throws JsonException where this is neither `true` nor `false`
    default boolean asBoolean() {
        if (this instanceof JsonBoolean(boolean value)) {
            return value;
        }
        throw Kind.refuse("true or false", this);
    }
}
