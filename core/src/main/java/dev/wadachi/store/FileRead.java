package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonObject;
import java.util.Locale;

/// A file or folder whose content a source asked for in a run; a line of its `events.jsonl`.
///
/// @param key which source
/// @param path where it lies: relative to the project, with `/`, or absolute if it lies elsewhere
/// @param kind a file, or a folder
/// @param digest of the content; a folder's is that of its [dev.wadachi.digest.FolderListing]
/// @param bytes of the content
public record FileRead(Key key, String path, Kind kind, Digest digest, long bytes) {

    /// The event's kind, by which its line is found.
    static final String EVENT = "read";

    /// What was read.
    public enum Kind {
        FILE,
        FOLDER
    }

    JsonObject json() {
        return JsonObject.builder()
                .put("event", EVENT)
                .put("key", TraceJson.keyText(key))
                .put("path", path)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("digest", digest.hex())
                .put("bytes", bytes)
                .build();
    }

    static FileRead read(JsonObject json) {
        return new FileRead(
                TraceJson.key(json.text("key")),
                json.text("path"),
                Kind.valueOf(json.text("kind").toUpperCase(Locale.ROOT)),
                Digest.parse(json.text("digest")),
                json.number("bytes"));
    }
}
