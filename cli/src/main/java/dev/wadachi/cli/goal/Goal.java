package dev.wadachi.cli.goal;

import dev.wadachi.task.Task;

/// A task whose value is wanted.
///
/// @param name what the user calls it: `evaluate`, `scores[2]`, `Features`
/// @param task the task
public record Goal(String name, Task<?> task) {}
