package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.util.Optional;

/// Leases of a store that lies in a folder: a byte of its lock file for each fingerprint.
record FolderLeases(LockFile file) implements Leases {

    /// Two fingerprints may share a byte (one pair in 2^48), which only costs waiting. More bits some file systems
    /// refuse.
    private static final int POSITION_BITS = 48;

    @Override
    public Lease acquire(Digest fingerprint) throws InterruptedException {
        return file.acquire(position(fingerprint));
    }

    @Override
    public Optional<Lease> tryAcquire(Digest fingerprint) {
        return file.tryAcquire(position(fingerprint));
    }

    private static long position(Digest fingerprint) {
        return Long.parseUnsignedLong(fingerprint.hex().substring(0, POSITION_BITS / 4), 16);
    }
}
