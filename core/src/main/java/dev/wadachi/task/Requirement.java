package dev.wadachi.task;

/// What a task needs an upstream's value to be. Asked when the upstreams are there, before the body runs.
///
/// ```java
/// public List<Requirement<?>> requires() {
///     return List.of(new Requirement<>(sales, columns().whole("sales").date("day")));
/// }
/// ```
///
/// It is asked of a value that is about to be read, so it should look at little of it: at the columns of a table, not
/// at its rows. What must hold for every row is the upstream's own [Task#expects].
///
/// @param upstream a component of the task that states the requirement, or a task among one
/// @param expected what must hold for the upstream's value
/// @param <T> the type of the upstream's value
public record Requirement<T>(Task<T> upstream, Expectations<? super T> expected) {}
