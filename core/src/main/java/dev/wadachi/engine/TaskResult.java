package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.TraceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of one task in a run.
///
/// @param key the task's key
/// @param label its name with parameters, for people
/// @param outcome hit, ran, failed or skipped
/// @param causes why it ran; empty for a hit
/// @param output digest of its value; empty if there is none
/// @param trace the kept result that it stands on; empty if there is none
/// @param bytes size of its value as stored; 0 if there is none
/// @param wall how long its body took in this run; zero for a hit
/// @param cpu processor time of its body's thread; zero for a hit
/// @param marks what a reader of the value must know: overridden, not reproducible, computed from a revoked result
public record TaskResult(
        Key key,
        String label,
        Outcome outcome,
        List<Cause> causes,
        Optional<Digest> output,
        Optional<TraceId> trace,
        long bytes,
        Duration wall,
        Duration cpu,
        List<Mark> marks) {

    /// Keeps unmodifiable copies.
    public TaskResult {
        causes = List.copyOf(causes);
        marks = List.copyOf(marks);
    }
}
