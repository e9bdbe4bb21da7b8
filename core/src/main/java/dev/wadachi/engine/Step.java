package dev.wadachi.engine;

import dev.wadachi.digest.Fingerprint;
import dev.wadachi.digest.Key;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Recorded;
import java.util.List;
import java.util.Optional;

/// What would happen to one task.
///
/// @param key the task's key
/// @param name what the task is called today, which `@Was` may tell from its key
/// @param label its name with parameters
/// @param decision up to date, runs, or depends on what an upstream gives
/// @param causes the root causes, where it would run; empty otherwise
/// @param upstreams keys of the tasks that it needs
/// @param fingerprint under which inputs; empty where an upstream's value is not known yet
/// @param result the kept result, where it is up to date
/// @param marks what a reader of its value must know, as far as that is known before anything runs
public record Step(
        Key key,
        String name,
        String label,
        Decision decision,
        List<Cause> causes,
        List<Key> upstreams,
        Optional<Fingerprint> fingerprint,
        Optional<Recorded> result,
        List<Mark> marks) {

    /// What would happen.
    public enum Decision {
        /// A kept result stands for it.
        UP_TO_DATE,
        /// Its body runs.
        WILL_RUN,
        /// An upstream runs; if that gives the same bytes as before, this is up to date.
        DEPENDS
    }

    /// Keeps unmodifiable copies.
    public Step {
        causes = List.copyOf(causes);
        upstreams = List.copyOf(upstreams);
        marks = List.copyOf(marks);
    }
}
