package dev.wadachi.task;

/// A record of plain parameters whose public methods name goals.
///
/// Each public method without arguments that returns a task, or a List or Map of tasks, is a goal:
///
/// ```java
/// public record Demand(@Default("2021-08-02") LocalDate week) implements Pipeline {
///     public Task<Score> evaluate() {
///         return new Evaluate(week);
///     }
/// }
/// ```
public interface Pipeline {}
