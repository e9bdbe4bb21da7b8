package dev.wadachi.engine;

import dev.wadachi.task.Task;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What came of one point of a backfill. Thread-safe.
public final class PointReport {

    private final String point;
    private final State state;
    private final @Nullable Report report;
    private final Function<Task<?>, Optional<Object>> values;

    /// How a point stands when the backfill ends.
    public enum State {
        /// It was there before: nothing was run.
        UP_TO_DATE,
        /// Its run succeeded.
        DONE,
        /// Its run failed.
        FAILED,
        /// Its run was stopped half-way, as by Ctrl-C.
        STOPPED,
        /// It was not begun, because the backfill ended before.
        NOT_STARTED
    }

    private PointReport(
            String point, State state, @Nullable Report report, Function<Task<?>, Optional<Object>> values) {
        this.point = point;
        this.state = state;
        this.report = report;
        this.values = values;
    }

    static PointReport ran(String point, Report report) {
        return new PointReport(
                point, state(report), report, task -> report.find(task).map(Object.class::cast));
    }

    static PointReport upToDate(String point, Function<Task<?>, Optional<Object>> values) {
        return new PointReport(point, State.UP_TO_DATE, null, values);
    }

    static PointReport notStarted(String point) {
        return new PointReport(point, State.NOT_STARTED, null, task -> Optional.empty());
    }

    /// Tasks that were left out although none failed were stopped.
    private static State state(Report report) {
        if (report.succeeded()) {
            return State.DONE;
        }
        return report.failures().isEmpty() ? State.STOPPED : State.FAILED;
    }

    /// The point as text, such as `2021-01-04`.
    public String point() {
        return point;
    }

    /// How it stands.
    public State state() {
        return state;
    }

    /// What came of its run; empty if it had none.
    public Optional<Report> report() {
        return Optional.ofNullable(report);
    }

    /// The value of one of its goals; empty if it has none.
    @SuppressWarnings("unchecked") // the engine stores for a task of T only what that task's codec of T encoded
    public <T> Optional<T> find(Task<T> task) {
        return values.apply(task).map(value -> (T) value);
    }

    /// For people: `2021-01-04: done`.
    @Override
    public String toString() {
        return point + ": " + state;
    }
}
