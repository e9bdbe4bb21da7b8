package dev.wadachi.data;

import java.nio.file.Path;

/// Data with a pointer, and how it stands.
///
/// @param file the pointer's file
/// @param data where the data is
/// @param pointer what the pointer says
/// @param state how the data stands to it
/// @param keeping whether the store has the bytes that the pointer names
public record Tracked(Path file, Path data, Pointer pointer, State state, Keeping keeping) {

    /// How data stands to its pointer.
    public enum State {
        UNCHANGED,
        CHANGED,
        MISSING
    }

    /// Whether bytes are in the store.
    public enum Keeping {
        KEPT,
        NOT_KEPT
    }
}
