package dev.wadachi.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The word to stop one run, kept until there is something to stop: it may come while the run is still being prepared.
/// That of a backfill reaches all of its runs. Thread-safe.
final class Stopping {

    private final List<Stopping> parts = new ArrayList<>();
    private boolean isAsked;
    private @Nullable Execution execution;

    /// Stops the run: now, or as soon as it begins.
    synchronized void ask() {
        isAsked = true;
        if (execution != null) {
            execution.cancel();
        }
        parts.forEach(Stopping::ask);
    }

    synchronized boolean isAsked() {
        return isAsked;
    }

    /// The word to stop one part, which comes with this one.
    synchronized Stopping part() {
        Stopping part = new Stopping();
        part.isAsked = isAsked;
        parts.add(part);
        return part;
    }

    /// There is nothing more to stop of a part.
    synchronized void ended(Stopping part) {
        parts.remove(part);
    }

    /// From now on there is something to stop.
    synchronized void reaches(Execution begun) {
        execution = begun;
        if (isAsked) {
            begun.cancel();
        }
    }
}
