package dev.wadachi.store;

import dev.wadachi.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of a run when it ends.
///
/// @param state how it ended, not [RunState#RUNNING]
/// @param outcomes how many tasks had which outcome
/// @param metrics the figures of its tasks; of a series, the last
/// @param marks why its results are not what the code alone would give
/// @param error what went wrong, with the chain of tasks that led to it, or null if nothing did
/// @param more whatever else the engine wants kept
public record RunEnd(
        RunState state,
        SortedMap<Outcome, Integer> outcomes,
        List<RunMetric> metrics,
        List<Mark> marks,
        @Nullable String error,
        JsonObject more) {

    /// Refuses an end that is none; keeps unmodifiable copies.
    public RunEnd {
        if (state == RunState.RUNNING) {
            throw new IllegalArgumentException("a run that ends is not " + state);
        }
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        metrics = List.copyOf(metrics);
        marks = List.copyOf(marks);
    }

    /// An end without figures.
    public static RunEnd of(RunState state, Map<Outcome, Integer> outcomes) {
        return new RunEnd(state, new TreeMap<>(outcomes), List.of(), List.of(), null, JsonObject.EMPTY);
    }

    /// What went wrong.
    public Optional<String> failure() {
        return Optional.ofNullable(error);
    }
}
