package dev.wadachi.remote;

import dev.wadachi.digest.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;

/// What the remote notes of itself, an empty object each: that it was begun, and each collection. So other machines
/// stop believing what they knew of it, and nobody takes a new one for the one that was there before.
final class CollectionNotes {

    /// Where they lie, named by time.
    static final String FOLDER = "collections";

    private CollectionNotes() {}

    /// The name of a new one, that nobody else has.
    static String newName() {
        return FOLDER + "/" + Instant.now().toString().replace(':', '-') + "-"
                + UUID.randomUUID().toString().substring(0, 8) + ".json";
    }

    /// A name for the time since the last of these notes; empty if nobody has begun the remote.
    ///
    /// @param names simple names
    static String epoch(Collection<String> names) {
        return names.isEmpty()
                ? ""
                : Digest.of(String.join("\n", new TreeSet<>(names)).getBytes(StandardCharsets.UTF_8))
                        .hex();
    }
}
