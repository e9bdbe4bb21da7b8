package dev.wadachi.store;

import java.time.Clock;

/// How a store is opened.
///
/// @param clock tells the age of things
/// @param small when small files are forced to the disk; [Sync#AT_ONCE] is what `--durable` asks for
public record StoreOptions(Clock clock, Sync small) {

    /// The system's clock, and batches of a second.
    public static StoreOptions standard() {
        return new StoreOptions(Clock.systemUTC(), Sync.BATCHED);
    }

    /// The same with another clock.
    public StoreOptions withClock(Clock other) {
        return new StoreOptions(other, small);
    }

    /// The same, but every file reaches the disk before the call that writes it returns.
    public StoreOptions durable() {
        return new StoreOptions(clock, Sync.AT_ONCE);
    }
}
