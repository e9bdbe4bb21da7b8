package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.time.Instant;
import java.util.List;

/// Somebody's word that a result is wrong: it is never a hit again.
///
/// Who says that a result is wrong speaks of what was computed, not of one file that tells of it: the word covers
/// every trace that was recorded by then under the same fingerprint with the same bytes. What is recorded later is
/// another computation, and counts, even where it gives the same bytes again: the doubt was looked into. Bytes that
/// must not come back are revoked as such.
///
/// @param target what is wrong
/// @param reason why, for people
/// @param by who says so
/// @param at when
/// @param covered the other results that are wrong with it, where the target is a result
/// @param affected what had been computed from it by then
public record Revocation(
        Target target, String reason, String by, Instant at, List<TraceId> covered, List<TraceId> affected) {

    /// Refuses an empty reason; keeps unmodifiable copies.
    public Revocation {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a revocation needs a reason, so that others can judge it");
        }
        covered = List.copyOf(covered);
        affected = List.copyOf(affected);
    }

    /// Whether this is said of a result itself; not of what was computed from it.
    public boolean isOf(Recorded result) {
        return isOf(result.id(), result.trace().output().digest());
    }

    /// The same of a result whose trace may be gone.
    ///
    /// @param result its name
    /// @param output the digest of what it gave
    public boolean isOf(TraceId result, Digest output) {
        return switch (target) {
            case Target.Result(TraceId wrong) -> wrong.equals(result) || covered.contains(result);
            case Target.Bytes(Digest wrong) -> wrong.equals(output);
        };
    }

    /// What can be wrong.
    public sealed interface Target {

        /// One result. The same bytes may be right if a later computation gives them again.
        ///
        /// @param id which
        record Result(TraceId id) implements Target {}

        /// These bytes, whoever computed them and whoever will.
        ///
        /// @param output an output's digest
        record Bytes(Digest output) implements Target {}
    }
}
