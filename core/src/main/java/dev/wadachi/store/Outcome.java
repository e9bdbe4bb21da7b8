package dev.wadachi.store;

/// What became of a task in a run.
public enum Outcome {
    /// A result was there already.
    HIT,
    /// The body ran, and its result is stored.
    RAN,
    /// The body, a check or the storing failed; nothing is stored.
    FAILED,
    /// Something that the task needs failed, or the run was stopped.
    SKIPPED
}
