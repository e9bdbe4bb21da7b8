package dev.wadachi.store;

/// How a run stands.
public enum RunState {
    /// Its process lives and has not finished it.
    RUNNING,
    /// All goals are there.
    SUCCEEDED,
    /// Something failed.
    FAILED,
    /// Somebody stopped it.
    CANCELLED,
    /// Its process ended without finishing it.
    INTERRUPTED
}
