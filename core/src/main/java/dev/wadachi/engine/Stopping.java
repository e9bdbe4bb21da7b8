package dev.wadachi.engine;

import org.jspecify.annotations.Nullable;

/// The word to stop one run, kept until there is something to stop: it may come while the run is still being prepared.
/// Thread-safe.
final class Stopping {

    private boolean isAsked;
    private @Nullable Execution execution;

    /// Stops the run: now, or as soon as it begins.
    synchronized void ask() {
        isAsked = true;
        if (execution != null) {
            execution.cancel();
        }
    }

    /// From now on there is something to stop.
    synchronized void reaches(Execution begun) {
        execution = begun;
        if (isAsked) {
            begun.cancel();
        }
    }
}
