package dev.wadachi.task;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.file.Path;

/// Immutable bytes, stored under their digest.
public interface Blob {

    /// The digest of the bytes.
    Digest digest();

    /// The number of bytes.
    long size();

    /// A local, read-only file that holds the bytes.
    ///
    /// @throws IOException if the bytes are gone or damaged
    Path file() throws IOException;

    /// All bytes. For small values.
    ///
    /// @throws IOException if the bytes are gone or damaged
    byte[] bytes() throws IOException;
}
