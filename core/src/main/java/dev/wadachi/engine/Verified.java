package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import java.util.List;

/// A kept result, computed once more and compared.
///
/// @param key the task's key
/// @param label its name with parameters
/// @param kept digest of what is kept
/// @param now digest of what its body gives now; equal if the task is deterministic
/// @param difference where they first differ; empty if they are equal
/// @param suspects what in its code may be to blame; empty if they are equal, or are meant to differ
/// @param verdict what to think of it
public record Verified(
        Key key, String label, Digest kept, Digest now, String difference, List<String> suspects, Verdict verdict) {

    /// How what is kept and what came now compare.
    public enum Verdict {
        /// The bytes are equal.
        SAME,
        /// They differ, and the task is `@Nondeterministic`: its first result counts.
        MEANT_TO_DIFFER,
        /// They differ, and nobody said that they may.
        DIFFERENT
    }

    /// Keeps an unmodifiable copy.
    public Verified {
        suspects = List.copyOf(suspects);
    }

    /// Whether the bytes are the same.
    public boolean isSame() {
        return verdict == Verdict.SAME;
    }
}
