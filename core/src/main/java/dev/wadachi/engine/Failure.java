package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a task failed, and what led to it.
///
/// @param task the task that failed
/// @param label its name with parameters
/// @param cause what its body threw, or what was wrong with its value
/// @param chain labels from the goal down to the task
/// @param attempts how often it was tried
/// @param log the last lines of its log
/// @param logBlob the blob of its whole log, or null if it said nothing
/// @param hint what to do next
public record Failure(
        Key task,
        String label,
        Throwable cause,
        List<String> chain,
        int attempts,
        List<String> log,
        @Nullable Digest logBlob,
        String hint) {

    /// Keeps unmodifiable copies.
    public Failure {
        chain = List.copyOf(chain);
        log = List.copyOf(log);
    }

    /// What was thrown, in words: the outermost first, then, each for itself, what caused it.
    public List<String> told() {
        return ThrownText.of(cause);
    }

    /// The blob of its whole log in the store; empty if it said nothing.
    public Optional<Digest> wholeLog() {
        return Optional.ofNullable(logBlob);
    }
}
