package dev.wadachi.store;

import dev.wadachi.digest.Digest;
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

        /// Data that somebody added: a file, or a folder with all its files.
        ///
        /// @param digest of the file, or of the folder's listing
        /// @param kind which of both
        record Data(Digest digest, FileRead.Kind kind) implements Target {}
    }
}
