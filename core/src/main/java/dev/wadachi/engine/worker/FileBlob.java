package dev.wadachi.engine.worker;

import dev.wadachi.digest.Digest;
import dev.wadachi.task.Blob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A blob of the store as a worker sees it: a file that the run has verified.
///
/// @param digest the digest of the bytes
/// @param size the number of bytes
/// @param file where they are
record FileBlob(Digest digest, long size, Path file) implements Blob {

    @Override
    public byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }
}
