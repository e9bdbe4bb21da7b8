package dev.wadachi.remote;

/// Whether what is found damaged is mended.
public enum Mending {
    /// It is only told.
    NONE,
    /// Blobs and results that are right on this machine are written again.
    FROM_HERE
}
