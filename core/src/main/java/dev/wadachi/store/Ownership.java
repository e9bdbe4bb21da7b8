package dev.wadachi.store;

/// What to do where something is another project's.
public enum Ownership {
    /// It is left to that project.
    RESPECT,
    /// It is changed nevertheless, as that project agreed.
    TAKE_OVER
}
