package dev.wadachi.codec;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.Layout;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.External;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.net.URI;

/// What stays outside, as `{"uri": …, "stamp": …}`.
record ExternalCodec() implements Codec<External> {

    @Override
    public Class<External> type() {
        return External.class;
    }

    @Override
    public String id() {
        return "external";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Encoded encode(External value, Scratch scratch) {
        JsonObject json = JsonObject.builder()
                .put("uri", value.uri().toString())
                .put("stamp", value.stamp().text())
                .build();
        return new Encoded.Bytes(json.bytes(Layout.COMPACT));
    }

    @Override
    public External decode(Stored stored) throws IOException {
        try {
            JsonObject json = Json.parse(Whole.bytes(stored, id())).asObject();
            return new External(URI.create(json.text("uri")), Stamp.of(json.text("stamp")));
        } catch (JsonException | IllegalArgumentException e) {
            throw new IOException("The stored bytes do not say what lies outside: " + e.getMessage(), e);
        }
    }
}
