package dev.wadachi.task;

import java.util.List;
import java.util.Optional;

/// A named recipe for one value of type T.
///
/// Implemented by a record: its components are its parameters, and a component that is a task (or a List of
/// tasks, or a Map of them by String) is an upstream. Name, parameters, inputs and reachable code decide what the
/// task means; its value is kept under that meaning and computed once.
///
/// Components may be primitives, String, enums, `java.time`, BigDecimal, BigInteger, records and sealed interfaces
/// of records, and Optional, List, Set and Map of these. Anything else is refused before anything runs.
///
/// @param <T> the type of the value; it decides how the value is stored (see [Codec])
public interface Task<T> {

    /// Computes the value. Called on a platform thread, at most once per meaning.
    ///
    /// Everything that the result depends on comes from the components and from the context; what is read
    /// otherwise is not seen by the cache.
    ///
    /// @param in the inputs, and all else that a body may ask for
    /// @throws Exception whatever went wrong; a failure is reported with its chain of tasks and never cached
    T run(Context in) throws Exception;

    /// What must hold for a value to be stored. Checked before anything is kept.
    default Expectations<T> expects() {
        return Expectations.none();
    }

    /// What the values of the upstreams must be like. Asked before the body runs: a mismatch fails the task with all
    /// that is wrong, and names the upstream that made the value. Does not change the task's key.
    default List<Requirement<?>> requires() {
        return List.of();
    }

    /// How the value is stored, where its type does not tell: a task that is generic in T must say.
    default Optional<Codec<T>> codec() {
        return Optional.empty();
    }

    /// A value at hand, as a task: for unit tests, and in place of an upstream.
    static <T> Task<T> of(T value) {
        return new Given<>(value);
    }
}
