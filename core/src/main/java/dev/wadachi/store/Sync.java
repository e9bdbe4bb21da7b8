package dev.wadachi.store;

/// When written bytes are forced to the disk: a kill of the process loses nothing either way, a power cut does.
public enum Sync {
    /// With the next batch: about a second later, or at the end of a run. A file that a power cut tore is a miss.
    BATCHED,
    /// Before the object gets its name, and its name before the call returns.
    AT_ONCE
}
