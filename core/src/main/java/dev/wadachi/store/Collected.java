package dev.wadachi.store;

import java.util.List;

/// What a collection took away, or would take.
///
/// @param items one by one
public record Collected(List<Item> items) {

    /// Keeps an unmodifiable copy.
    public Collected {
        items = List.copyOf(items);
    }

    /// The number of bytes of all items of a kind.
    public long bytes(Kind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .mapToLong(Item::bytes)
                .sum();
    }

    /// The number of items of a kind.
    public long count(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).count();
    }

    /// What happens to an item.
    public enum Kind {
        /// A trace goes to the trash.
        TRACE,
        /// A blob goes to the trash.
        BLOB,
        /// The note of an effect that another followed goes to the trash.
        EFFECT,
        /// A checkpoint folder of a body that nobody went on with is removed.
        CHECKPOINT,
        /// A day of the trash is removed for good.
        TRASH
    }

    /// One thing that goes.
    ///
    /// @param kind what happens to it
    /// @param name its name in the store
    /// @param bytes its length
    public record Item(Kind kind, String name, long bytes) {}
}
