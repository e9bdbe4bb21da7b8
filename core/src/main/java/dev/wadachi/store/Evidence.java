package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Blobs that tell how a result came about; each may be missing.
///
/// @param environment JDK, operating system, jars
/// @param log what the body said
/// @param code the manifest of the code signature, so that a later one can be compared
public record Evidence(
        @Nullable Digest environment,
        @Nullable Digest log,
        @Nullable Digest code) {

    /// No evidence at all.
    public static Evidence none() {
        return new Evidence(null, null, null);
    }

    /// The blobs that there are.
    public Stream<Digest> blobs() {
        return Stream.of(environment, log, code).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
