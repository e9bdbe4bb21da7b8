package dev.wadachi.engine;

import dev.wadachi.store.Mark;
import dev.wadachi.store.Output;
import java.util.List;

/// What became of a node: a value, or none.
sealed interface Settlement {

    /// There is a value.
    ///
    /// @param output which bytes
    /// @param marks what a reader of the value must know
    /// @param result what is reported
    record Valued(Output output, List<Mark> marks, TaskResult result) implements Settlement {}

    /// The task failed.
    ///
    /// @param failure why
    /// @param result what is reported
    record Broken(Failure failure, TaskResult result) implements Settlement {}

    /// The task was not tried.
    ///
    /// @param result what is reported
    record Left(TaskResult result) implements Settlement {}

    /// What is reported.
    TaskResult result();
}
