package dev.wadachi.command;

/// Whether an output of a [Command] may be empty: a file without a byte, a folder without a file.
public enum Emptiness {
    /// An empty output fails the task: mostly it means that something went wrong unseen.
    REFUSED,
    /// An empty output is as good as any.
    ALLOWED
}
