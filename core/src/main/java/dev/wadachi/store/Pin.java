package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.JsonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Somebody's wish that something is never collected.
///
/// @param target what to keep
/// @param reason why, for people
/// @param by who wishes so
/// @param at when
public record Pin(Target target, String reason, String by, Instant at) {

    /// The pin that an object of a store is, or empty if it is damaged, takes a pin back, or is of a newer form.
    public static Optional<Pin> read(byte[] object) {
        try {
            return SealedJson.open(object).map(Pins::read);
        } catch (JsonException | IllegalArgumentException | DateTimeException notAPin) {
            return Optional.empty();
        }
    }

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
