package dev.wadachi.engine;

import dev.wadachi.digest.Key;
import dev.wadachi.store.Metric;
import java.util.List;

/// Something that happened in a run.
public sealed interface Event {

    /// The run began.
    ///
    /// @param run its id
    /// @param tasks how many tasks the goals need, as far as is known now
    record RunStarted(String run, int tasks) implements Event {}

    /// A task's body is about to run.
    ///
    /// @param task the task's key
    /// @param label its name with parameters, for people
    /// @param causes why it is not a hit
    record TaskStarted(Key task, String label, List<Cause> causes) implements Event {}

    /// A task came to its outcome.
    ///
    /// @param result what came of it
    record TaskEnded(TaskResult result) implements Event {}

    /// A body said how far it is.
    ///
    /// @param task the task's key
    /// @param share from 0 to 1
    /// @param message what it is doing
    record Progressed(Key task, double share, String message) implements Event {}

    /// A body recorded a number.
    ///
    /// @param task the task's key
    /// @param metric the number, with its name and step
    record Measured(Key task, Metric metric) implements Event {}

    /// A body wrote a line to its log.
    ///
    /// @param task the task's key
    /// @param line without its end
    record Logged(Key task, String line) implements Event {}

    /// Something that the user should know.
    ///
    /// @param text a sentence
    record Warned(String text) implements Event {}

    /// The run ended.
    ///
    /// @param report what came of it
    record RunEnded(Report report) implements Event {}
}
