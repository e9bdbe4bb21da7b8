package dev.wadachi.remote;

import java.util.List;

/// What a push or a pull moved.
///
/// @param results traces
/// @param blobs blobs that they name
/// @param bytes the length of these blobs
/// @param runs runs that had ended
/// @param statements accepts, revocations, pins and published versions
/// @param adopted results from here that gave way, because the remote had others under their names first
/// @param problems what could not be moved whole, and why
public record Transferred(
        int results, int blobs, long bytes, int runs, int statements, int adopted, List<Checked.Problem> problems) {

    /// Keeps an unmodifiable copy.
    public Transferred {
        problems = List.copyOf(problems);
    }

    /// Whether there was nothing to move, and nothing in the way.
    public boolean isNothing() {
        return results + blobs + runs + statements + adopted + problems.size() == 0;
    }
}
