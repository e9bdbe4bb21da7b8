package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.task.Blob;
import java.io.IOException;
import java.nio.file.Path;

/// A blob of a store, read when it is asked for.
record StoredBlob(Blobs blobs, Digest digest, long size) implements Blob {

    @Override
    public Path file() throws IOException {
        return blobs.verifiedFile(digest, size);
    }

    @Override
    public byte[] bytes() throws IOException {
        return blobs.verifiedBytes(digest);
    }
}
