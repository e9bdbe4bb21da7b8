package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Failures that are not to be repeated: within a backfill, what failed for one point is not tried again for the next,
/// for it would fail for each of a year's. A run of its own knows none, and tries again.
///
/// @param since from when on failures count, on the clock of [System#nanoTime()]; null for none
record KnownFailures(@Nullable Long since) {

    static final KnownFailures NONE = new KnownFailures(null);

    static KnownFailures fromNow() {
        return new KnownFailures(System.nanoTime());
    }

    /// The failure of a task under these inputs.
    ///
    /// @param store where the store is
    Optional<Failure> of(String store, Digest fingerprint) {
        return since == null ? Optional.empty() : SharedFailures.ofProcess().since(store, fingerprint, since);
    }
}
