package dev.wadachi.store;

import java.time.Instant;

/// Somebody's wish that something is never collected.
///
/// @param target what to keep
/// @param reason why, for people
/// @param by who wishes so
/// @param at when
public record Pin(Target target, String reason, String by, Instant at) {

    /// What can be kept.
    public sealed interface Target {

        /// A run with all results that it used.
        ///
        /// @param id which
        record Run(RunId id) implements Target {}

        /// One result.
        ///
        /// @param id which
        record Result(TraceId id) implements Target {}
    }
}
