package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.time.Instant;
import java.util.List;

/// Somebody's word that a result is wrong: it is never a hit again.
///
/// @param target what is wrong
/// @param reason why, for people
/// @param by who says so
/// @param at when
/// @param affected what had been computed from it by then
public record Revocation(Target target, String reason, String by, Instant at, List<TraceId> affected) {

    /// Refuses an empty reason; keeps an unmodifiable copy.
    public Revocation {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a revocation needs a reason, so that others can judge it");
        }
        affected = List.copyOf(affected);
    }

    /// What can be wrong.
    public sealed interface Target {

        /// One result. The same bytes may be right if another computation gives them again.
        ///
        /// @param id which
        record Result(TraceId id) implements Target {}

        /// These bytes, whoever computed them and whoever will.
        ///
        /// @param output an output's digest
        record Bytes(Digest output) implements Target {}
    }
}
