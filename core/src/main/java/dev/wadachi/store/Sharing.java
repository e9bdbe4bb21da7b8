package dev.wadachi.store;

/// What this machine does with the store that a team shares.
public enum Sharing {
    /// Results are taken from there; those computed here stay here. What people do.
    READ,
    /// Results computed here go there as well. What continuous integration does.
    WRITE
}
