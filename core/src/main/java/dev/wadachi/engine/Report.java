package dev.wadachi.engine;

import dev.wadachi.store.Outcome;
import dev.wadachi.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What came of a run.
///
/// Thread-safe. Values are read from the store when they are asked for.
public final class Report {

    private final String run;
    private final List<TaskResult> tasks;
    private final List<Failure> failures;
    private final List<String> warnings;
    private final List<Verified> verified;
    private final Duration wall;
    private final Function<Task<?>, Optional<Object>> values;

    Report(
            String run,
            List<TaskResult> tasks,
            List<Failure> failures,
            List<String> warnings,
            List<Verified> verified,
            Duration wall,
            Function<Task<?>, Optional<Object>> values) {
        this.run = run;
        this.tasks = List.copyOf(tasks);
        this.failures = List.copyOf(failures);
        this.warnings = List.copyOf(warnings);
        this.verified = List.copyOf(verified);
        this.wall = wall;
        this.values = values;
    }

    /// The run's id.
    public String run() {
        return run;
    }

    /// What came of each task, each after those that it needs.
    public List<TaskResult> tasks() {
        return tasks;
    }

    /// The tasks that failed themselves (not those skipped because of them), in the order in which they did.
    public List<Failure> failures() {
        return failures;
    }

    /// What the user should know.
    public List<String> warnings() {
        return warnings;
    }

    /// What was computed once more and compared, if that was asked for.
    public List<Verified> verified() {
        return verified;
    }

    /// How long the run took.
    public Duration wall() {
        return wall;
    }

    /// How many tasks came to each outcome.
    public Map<Outcome, Long> counts() {
        return tasks.stream().collect(Collectors.groupingBy(TaskResult::outcome, Collectors.counting()));
    }

    /// How many tasks came to this outcome.
    public long count(Outcome outcome) {
        return counts().getOrDefault(outcome, 0L);
    }

    /// Whether every goal has its value.
    public boolean succeeded() {
        return failures.isEmpty() && count(Outcome.SKIPPED) == 0;
    }

    /// The value of a goal, or of any task that took part.
    ///
    /// @throws RunFailed if the run failed
    /// @throws IllegalArgumentException if the task took no part
    public <T> T value(Task<T> task) {
        orThrow();
        return find(task)
                .orElseThrow(() -> new IllegalArgumentException(
                        task.getClass().getSimpleName() + " took no part in this run; ask for it as a goal"));
    }

    /// The value of a task, whatever became of others; empty if it has none, or took no part.
    @SuppressWarnings("unchecked") // the engine stores for a task of T only what that task's codec of T encoded
    public <T> Optional<T> find(Task<T> task) {
        return values.apply(task).map(value -> (T) value);
    }

    /// How many tasks came to what, for people: `run 20261121T…-7f3a: 1 hit, 2 ran`, and what failed.
    @Override
    public String toString() {
        String told = Stream.of(Outcome.values())
                .filter(outcome -> count(outcome) > 0)
                .map(outcome -> count(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return "run " + run + ": " + told
                + failures.stream()
                        .map(failure -> "; " + failure.label() + " failed: "
                                + failure.told().getFirst())
                        .collect(Collectors.joining());
    }

    /// This report, if the run succeeded.
    ///
    /// @throws RunFailed with every failure, otherwise
    public Report orThrow() {
        if (!succeeded()) {
            throw new RunFailed(this);
        }
        return this;
    }
}
