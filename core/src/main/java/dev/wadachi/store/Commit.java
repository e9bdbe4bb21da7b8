package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state of the project's Git repository when a run began.
///
/// @param hash the commit
/// @param branch its branch, or empty when none is checked out
/// @param diff the blob with what was not committed, or null if all was
public record Commit(String hash, String branch, @Nullable Digest diff) {

    /// What was not committed.
    public Optional<Digest> dirtyDiff() {
        return Optional.ofNullable(diff);
    }
}
