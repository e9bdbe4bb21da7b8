package dev.wadachi.json;

/// How JSON is laid out in bytes.
public enum Layout {
    /// No white space at all: for what is hashed, and for a line of a log.
    COMPACT,
    /// A member or element a line, two blanks a level, a line end at the end: for files that people open.
    PRETTY
}
