package dev.wadachi.data;

/// How bytes come from the store to their place.
public enum Placement {
    /// As a copy that may be written to.
    COPY,
    /// As another name of the store's own file, for reading only; a copy where the file system has no links.
    LINK
}
