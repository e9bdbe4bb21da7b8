package dev.wadachi.engine;

import dev.wadachi.store.Commit;
import dev.wadachi.store.RunRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How what a run would do now stands to what an earlier run did: the root causes alone.
///
/// A task that differs only in what its upstreams give is none of them.
///
/// @param run the earlier run
/// @param tasks those that differ by themselves, each after those that it needs
/// @param gone names of tasks that the run had and no goal needs now, sorted
/// @param alike how many tasks do not differ by themselves
/// @param commit the repository's state now; null without one
public record RunDifference(
        RunRecord run,
        List<TaskDifference> tasks,
        List<String> gone,
        int alike,
        @Nullable Commit commit) {

    /// One task that differs.
    ///
    /// @param name what the task is called
    /// @param label its name with parameters
    /// @param causes what differs; none where the run had no task of this name
    public record TaskDifference(String name, String label, List<Cause> causes) {

        /// Keeps an unmodifiable copy.
        public TaskDifference {
            causes = List.copyOf(causes);
        }

        /// Whether the run had no task of this name.
        public boolean isNew() {
            return causes.isEmpty();
        }
    }

    /// Keeps unmodifiable copies.
    public RunDifference {
        tasks = List.copyOf(tasks);
        gone = List.copyOf(gone);
    }

    /// The repository's state now, if the project lies in one.
    public Optional<Commit> repository() {
        return Optional.ofNullable(commit);
    }

    /// Whether every task is as it was in the run.
    public boolean isNothing() {
        return tasks.isEmpty() && gone.isEmpty();
    }
}
