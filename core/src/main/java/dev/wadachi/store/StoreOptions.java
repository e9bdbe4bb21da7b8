package dev.wadachi.store;

import java.time.Clock;

/// How a store is opened.
///
/// @param clock tells the age of things
/// @param small when small files are forced to the disk; [Sync#AT_ONCE] is what `--durable` asks for
/// @param project whose runs and results are recorded, and who may change what; empty outside of all projects
/// @param sight whose results look-ups by name and key show
public record StoreOptions(Clock clock, Sync small, String project, Sight sight) {

    /// Whose results look-ups by a task's name or key show.
    public enum Sight {
        /// Those that the project computed or used.
        OWN,
        /// Those of all projects on the store.
        ALL
    }

    /// The system's clock, batches of a second, and all projects.
    public static StoreOptions standard() {
        return new StoreOptions(Clock.systemUTC(), Sync.BATCHED, "", Sight.ALL);
    }

    /// The same with another clock.
    public StoreOptions withClock(Clock other) {
        return new StoreOptions(other, small, project, sight);
    }

    /// The same for a project: one of several that share the store, or one that has it to itself and sees all of it,
    /// whatever it was called when that was recorded.
    public StoreOptions ofProject(String name, Sight seen) {
        return new StoreOptions(clock, small, name, seen);
    }

    /// The same, but every file reaches the disk before the call that writes it returns.
    public StoreOptions durable() {
        return new StoreOptions(clock, Sync.AT_ONCE, project, sight);
    }
}
