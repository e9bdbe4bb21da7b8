package dev.wadachi.data;

/// Whether data may be overwritten that the store does not hold.
public enum Overwriting {
    REFUSED,
    ALLOWED
}
