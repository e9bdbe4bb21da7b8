package dev.wadachi.remote;

/// What a push or a pull moved.
///
/// @param results traces
/// @param blobs blobs that they name
/// @param bytes the length of these blobs
/// @param runs runs that had ended
/// @param statements accepts, revocations, pins and published versions
/// @param adopted results from here that gave way, because the remote had others under their names first
public record Transferred(int results, int blobs, long bytes, int runs, int statements, int adopted) {

    /// Whether there was nothing to move.
    public boolean isNothing() {
        return results + blobs + runs + statements + adopted == 0;
    }
}
