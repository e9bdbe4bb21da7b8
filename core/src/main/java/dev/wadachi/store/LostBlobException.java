package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.io.IOException;

/// Bytes that a store once had are gone or damaged. The task that gave them has to run again.
public final class LostBlobException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Digest digest;

    LostBlobException(Digest digest, String store) {
        super("The store " + store + " has lost blob " + digest.hex() + "; the task that gave it has to run again");
        this.digest = digest;
    }

    /// What is lost.
    public Digest digest() {
        return digest;
    }
}
