package dev.wadachi.store;

/// What became of a trace that was handed in.
public sealed interface Appended {

    /// It is recorded.
    ///
    /// @param number its place in the history
    record Won(int number) implements Appended {}

    /// Somebody else recorded that number first; their result counts.
    ///
    /// @param existing what they recorded
    record Lost(Recorded existing) implements Appended {}
}
