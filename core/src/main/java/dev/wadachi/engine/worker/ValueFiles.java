package dev.wadachi.engine.worker;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.task.Blob;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Values as they go between processes: which file holds which part. The bytes stay where they are.
final class ValueFiles {

    private static final String FILE = "file";
    private static final String PARTS = "parts";

    private ValueFiles() {}

    static JsonObject write(Encoded value) {
        return switch (value) {
            case Encoded.InFile(Path file) -> file(file).build();
            case Encoded.Parts(SortedMap<String, Encoded> parts) -> parts(parts, ValueFiles::write);
            case Encoded.Bytes _ -> throw new IllegalArgumentException("bytes go into a file first");
        };
    }

    static Encoded encoded(JsonObject json) {
        return json.has(PARTS)
                ? new Encoded.Parts(parts(json, ValueFiles::encoded))
                : new Encoded.InFile(Path.of(json.text(FILE)));
    }

    /// @throws UncheckedIOException if bytes are gone or damaged
    static JsonObject write(Stored value) {
        return switch (value) {
            case Stored.Whole(Blob blob) -> whole(blob);
            case Stored.Parts(SortedMap<String, Stored> parts) -> parts(parts, ValueFiles::write);
        };
    }

    static Stored stored(JsonObject json) {
        return json.has(PARTS)
                ? new Stored.Parts(parts(json, ValueFiles::stored))
                : new Stored.Whole(new FileBlob(
                        Digest.parse(json.text("digest")), json.number("bytes"), Path.of(json.text(FILE))));
    }

    private static JsonObject whole(Blob blob) {
        try {
            return file(blob.file())
                    .put("digest", blob.digest().hex())
                    .put("bytes", blob.size())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObjectBuilder file(Path file) {
        return JsonObject.builder().put(FILE, file.toAbsolutePath().toString());
    }

    private static <V> JsonObject parts(SortedMap<String, V> parts, Function<V, JsonObject> form) {
        JsonObjectBuilder json = JsonObject.builder();
        parts.forEach((name, part) -> json.put(name, form.apply(part)));
        return JsonObject.builder().put(PARTS, json.build()).build();
    }

    private static <V> SortedMap<String, V> parts(JsonObject json, Function<JsonObject, V> reading) {
        SortedMap<String, V> parts = new TreeMap<>();
        for (Map.Entry<String, Json> part : json.object(PARTS).members().entrySet()) {
            parts.put(part.getKey(), reading.apply(part.getValue().asObject()));
        }
        return parts;
    }
}
