/// What a user writes: tasks, sources and pipelines, and what they meet while they run.
///
/// - [Task] is a record with a `run` method: a named recipe for one value.
/// - [Source] is a task whose truth lies outside; it is asked for a [Stamp] at every run.
/// - [Context] is what a body is given: its inputs, metrics, randomness, files, resources.
///
/// ```java
/// record Words(String text) implements Task<Integer> {
///     public Integer run(Context in) {
///         return text.split(" ").length;
///     }
/// }
/// ```
///
/// Everything here is an immutable value or an interface; the machinery lives elsewhere.
@NullMarked
@Behaviour(value = "core", version = 1)
package dev.wadachi.task;

import org.jspecify.annotations.NullMarked;
