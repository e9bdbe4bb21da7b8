package dev.wadachi.engine;

import dev.wadachi.digest.Key;
import dev.wadachi.store.Output;
import java.nio.file.Path;
import java.util.Map;

/// A user's word that overrides what the cache would decide.
public sealed interface Force {

    /// Run the tasks of this name even if they are up to date; downstream follows only if bytes differ.
    ///
    /// @param task a task's name
    record Rerun(String task) implements Force {}

    /// Run the tasks of this name, and everything downstream of them.
    ///
    /// @param task a task's name
    record RerunDownstream(String task) implements Force {}

    /// Run everything that was computed from a revoked result.
    record RerunAffected() implements Force {}

    /// Take the newest result of the tasks of this name, whatever changed since; downstream is marked.
    ///
    /// @param task a task's name
    record Reuse(String task) implements Force {}

    /// A given value in place of the tasks of this name; downstream is marked.
    ///
    /// @param task a task's name
    /// @param value a value of the task's type
    record Given(String task, Object value) implements Force {}

    /// A given file in place of the value of the tasks of this name; downstream is marked.
    ///
    /// @param task a task's name
    /// @param file bytes as the task's codec writes them
    record GivenFile(String task, Path file) implements Force {}

    /// The result that the tasks of this name had in an earlier run; downstream is marked.
    ///
    /// @param task a task's name
    /// @param run a run id
    record FromRun(String task, String run) implements Force {}

    /// Outputs that single tasks had, in their place; for tasks whose bodies must not be run again, such as sources.
    ///
    /// @param outputs by the task's key; their blobs are in the store
    record Kept(Map<Key, Output> outputs) implements Force {

        /// Keeps an unmodifiable copy.
        public Kept {
            outputs = Map.copyOf(outputs);
        }
    }

    /// Run what is up to date again and compare its bytes with what is kept; nothing new is kept.
    record Verify() implements Force {}
}
