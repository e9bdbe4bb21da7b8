package dev.wadachi.store;

/// A trace with its place in the history of its fingerprint.
///
/// @param number from 1; the newest is the highest
/// @param trace what happened
public record Recorded(int number, Trace trace) {

    /// The trace's full name.
    public TraceId id() {
        return new TraceId(trace.key(), trace.fingerprint().total(), number);
    }
}
