package dev.wadachi.json;

import java.util.Arrays;

/// Writes JSON as UTF-8 straight into memory, value by value, without building [Json] first.
///
/// ```java
/// byte[] bytes = JsonWriter.of(Layout.COMPACT)
///         .beginObject().name("rows").value(73_100).name("sorted").value(true).endObject()
///         .bytes();
/// ```
///
/// Calls that would not make JSON (a value without a name in an object) throw [IllegalStateException].
/// Not safe for several threads.
public final class JsonWriter {

    private final Layout layout;
    private final ByteSink sink = new ByteSink();
    private boolean[] objects = new boolean[16];
    private int depth;
    private boolean first = true;
    private boolean named;

    private JsonWriter(Layout layout) {
        this.layout = layout;
    }

    public static JsonWriter of(Layout layout) {
        return new JsonWriter(layout);
    }

    public JsonWriter beginObject() {
        return begin('{', true);
    }

    public JsonWriter endObject() {
        return end('}', true);
    }

    public JsonWriter beginArray() {
        return begin('[', false);
    }

    public JsonWriter endArray() {
        return end(']', false);
    }

    public JsonWriter name(String name) {
        if (named || depth == 0 || !objects[depth - 1]) {
            throw new IllegalStateException("The name '" + name + "' stands where a value is due.");
        }
        separate();
        JsonText.write(name, sink);
        sink.ascii(layout == Layout.PRETTY ? ": " : ":");
        named = true;
        return this;
    }

    public JsonWriter value(String value) {
        beforeValue();
        JsonText.write(value, sink);
        return this;
    }

    public JsonWriter value(long value) {
        return literal(Long.toString(value));
    }

    /// The shortest decimal that reads back as this very `double`; NaN and the infinities become the strings
    /// `"NaN"`, `"Infinity"` and `"-Infinity"`.
    public JsonWriter value(double value) {
        return Double.isFinite(value) ? literal(Double.toString(value)) : value(Double.toString(value));
    }

    public JsonWriter value(boolean value) {
        return literal(value ? "true" : "false");
    }

    public JsonWriter nullValue() {
        return literal("null");
    }

    public JsonWriter value(Json value) {
        switch (value) {
            case JsonObject object -> {
                beginObject();
                object.members().forEach((name, member) -> name(name).value(member));
                endObject();
            }
            case JsonArray array -> {
                beginArray();
                array.elements().forEach(this::value);
                endArray();
            }
            case JsonString(String text) -> value(text);
            case JsonNumber(String digits) -> literal(digits);
            case JsonBoolean(boolean flag) -> value(flag);
            case JsonNull() -> nullValue();
        }
        return this;
    }

    /// What was written, as UTF-8.
    ///
    /// @throws IllegalStateException where an object or array is still open, or nothing was written
    public byte[] bytes() {
        return bytes(0);
    }

    /// What was written, as UTF-8, with so many zero bytes behind it, where a caller may put something in place of the
    /// end without copying all of it.
    ///
    /// @throws IllegalStateException where an object or array is still open, or nothing was written
    public byte[] bytes(int room) {
        if (depth > 0 || first) {
            throw new IllegalStateException(
                    depth > 0 ? depth + " objects or arrays are still open." : "Nothing was written.");
        }
        if (layout == Layout.COMPACT) {
            return sink.bytes(room);
        }
        byte[] line = sink.bytes(1 + room);
        line[sink.size()] = '\n';
        return line;
    }

    private JsonWriter begin(char bracket, boolean object) {
        beforeValue();
        sink.ascii(bracket);
        if (depth == Json.MAXIMUM_DEPTH) {
            throw new JsonException(
                    "More than " + depth + " objects and arrays lie within one another, and nobody could read them.");
        }
        if (depth == objects.length) {
            objects = Arrays.copyOf(objects, depth * 2);
        }
        objects[depth++] = object;
        first = true;
        return this;
    }

    private JsonWriter end(char bracket, boolean object) {
        if (depth == 0 || named || objects[depth - 1] != object) {
            throw new IllegalStateException("'" + bracket + "' closes nothing that is open.");
        }
        depth--;
        if (!first) {
            newLine();
        }
        sink.ascii(bracket);
        first = false;
        return this;
    }

    private JsonWriter literal(String text) {
        beforeValue();
        sink.ascii(text);
        return this;
    }

    private void beforeValue() {
        if (named) {
            named = false;
        } else if (depth == 0 ? !first : objects[depth - 1]) {
            throw new IllegalStateException(
                    depth == 0 ? "A document has one value." : "A value in an object needs a name.");
        } else {
            separate();
        }
    }

    private void separate() {
        if (!first) {
            sink.ascii(',');
        }
        first = false;
        if (depth > 0) {
            newLine();
        }
    }

    private void newLine() {
        if (layout == Layout.PRETTY) {
            sink.ascii('\n');
            for (int level = 0; level < depth; level++) {
                sink.ascii("  ");
            }
        }
    }
}
