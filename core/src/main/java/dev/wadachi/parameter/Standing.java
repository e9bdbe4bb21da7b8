package dev.wadachi.parameter;

/// What a component counts for in keys and fingerprints.
public enum Standing {
    /// It enters both.
    SIGNIFICANT,
    /// `@Insignificant`: it enters neither.
    INSIGNIFICANT,
    /// `@Added`, with the value that means what was meant before: it enters neither.
    AS_BEFORE
}
