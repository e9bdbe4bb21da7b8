package dev.wadachi.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run, as far as it has come: what a list of runs shows and filters by.
///
/// @param id which run
/// @param started when it began
/// @param process which process runs it, and on which host
/// @param start what was known when it began
/// @param state how it stands
/// @param ended when it ended, or null if it has not, or nobody knows
/// @param end what was known when it ended, or null likewise
public record RunRecord(
        RunId id,
        Instant started,
        ProcessIdentity process,
        RunStart start,
        RunState state,
        @Nullable Instant ended,
        @Nullable RunEnd end) {

    /// When it ended.
    public Optional<Instant> finished() {
        return Optional.ofNullable(ended);
    }

    /// What was known when it ended.
    public Optional<RunEnd> summary() {
        return Optional.ofNullable(end);
    }

    /// How long it took.
    public Optional<Duration> took() {
        return finished().map(at -> Duration.between(started, at));
    }
}
