package dev.wadachi.engine;

import dev.wadachi.digest.Key;
import dev.wadachi.store.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What came of a backfill: of its runs, and of the tasks that they executed.
///
/// @param points what came of each point, the earliest first
/// @param tasks how many tasks came to each outcome, over all runs: one that several points need counts once, as the
///     one that ran or failed where it did
/// @param end how far it came
/// @param wall how long the backfill took
public record BackfillReport(List<PointReport> points, Map<Outcome, Long> tasks, End end, Duration wall) {

    /// How far a backfill came.
    public enum End {
        /// Every point was run to its end, or was there.
        COMPLETE,
        /// Points were left out after a failure, as was asked for.
        AFTER_FAILURE,
        /// It was stopped from outside, as by Ctrl-C.
        CANCELLED
    }

    /// Keeps unmodifiable copies.
    public BackfillReport {
        points = List.copyOf(points);
        tasks = Map.copyOf(tasks);
    }

    /// The points that came to a state, the earliest first.
    public List<PointReport> with(PointReport.State state) {
        return points.stream().filter(point -> point.state() == state).toList();
    }

    /// How many points came to a state.
    public int count(PointReport.State state) {
        return with(state).size();
    }

    /// How many tasks came to an outcome, each counted once.
    public long count(Outcome outcome) {
        return tasks.getOrDefault(outcome, 0L);
    }

    /// Whether every point is there now.
    public boolean succeeded() {
        return count(PointReport.State.DONE) + count(PointReport.State.UP_TO_DATE) == points.size();
    }

    /// Counts each task once.
    ///
    /// @param before what was known before: tasks that were up to date
    static Map<Outcome, Long> tasks(BackfillPlan before, List<PointReport> points) {
        Map<Key, Outcome> outcomes = new HashMap<>();
        before.steps().stream()
                .filter(step -> step.decision() == Step.Decision.UP_TO_DATE)
                .forEach(step -> outcomes.put(step.key(), Outcome.HIT));
        points.stream()
                .flatMap(point -> point.report().stream())
                .flatMap(report -> report.tasks().stream())
                .forEach(task -> outcomes.merge(task.key(), task.outcome(), BackfillReport::stronger));
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
        return counts;
    }

    private static Outcome stronger(Outcome one, Outcome other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case RAN -> 3;
            case FAILED -> 2;
            case HIT -> 1;
            case SKIPPED -> 0;
        };
    }
}
