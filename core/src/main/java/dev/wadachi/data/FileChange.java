package dev.wadachi.data;

/// A file that is not as it was.
///
/// @param kind what happened to it
/// @param path within the folder; the file's own name if it stands alone
/// @param before bytes that it had; 0 if it is new
/// @param after bytes that it has; 0 if it is gone
public record FileChange(Kind kind, String path, long before, long after) {

    /// What happened to a file.
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
