package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonWriter;
import dev.wadachi.json.Layout;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Outputs as JSON: in traces, and as the blob that lists the parts of a value.
///
/// A whole is `{"digest": …, "bytes": …}`; a value of parts has `"parts"` besides, by name.
final class Manifest {

    private Manifest() {}

    /// The blob that lists these parts; equal parts, equal bytes.
    static byte[] bytes(SortedMap<String, Output> parts) {
        JsonWriter json = JsonWriter.of(Layout.PRETTY).beginObject().name("parts");
        writeParts(json, parts);
        return json.endObject().bytes();
    }

    static void write(JsonWriter json, Output output) {
        json.beginObject()
                .name("digest")
                .value(output.digest().hex())
                .name("bytes")
                .value(output.bytes());
        if (output instanceof Output.Parts(Digest _, long _, SortedMap<String, Output> parts)) {
            json.name("parts");
            writeParts(json, parts);
        }
        json.endObject();
    }

    private static void writeParts(JsonWriter json, Map<String, Output> parts) {
        json.beginObject();
        parts.forEach((name, part) -> write(json.name(name), part));
        json.endObject();
    }

    static Output read(JsonObject json) {
        Digest digest = Digest.parse(json.text("digest"));
        long bytes = json.number("bytes");
        if (!json.has("parts")) {
            return new Output.Whole(digest, bytes);
        }
        var parts = new TreeMap<String, Output>();
        json.object("parts").members().forEach((name, part) -> parts.put(PartName.check(name), read(part.asObject())));
        return new Output.Parts(digest, bytes, parts);
    }
}
