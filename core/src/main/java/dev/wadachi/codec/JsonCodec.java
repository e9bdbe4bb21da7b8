package dev.wadachi.codec;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.Layout;
import dev.wadachi.parameter.Types;
import dev.wadachi.parameter.ValueForm;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.util.Set;

/// Values as JSON on one line: exact, with components in their order, sets and maps sorted.
record JsonCodec(ValueForm form) implements Codec<Object> {

    @Override
    @SuppressWarnings("unchecked") // every class has Object above it or is Object
    public Class<? super Object> type() {
        return (Class<? super Object>) Types.raw(form.type());
    }

    @Override
    public String id() {
        return "json";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> endings() {
        return Set.of("json");
    }

    @Override
    public Encoded encode(Object value, Scratch scratch) {
        return new Encoded.Bytes(form.write(value).bytes(Layout.COMPACT));
    }

    @Override
    public Object decode(Stored stored) throws IOException {
        try {
            return form.read(Json.parse(Whole.bytes(stored, id())));
        } catch (JsonException | IllegalArgumentException e) {
            throw new IOException("The stored JSON is no " + Types.name(form.type()) + ": " + e.getMessage(), e);
        }
    }
}
