package dev.wadachi.task;

/// What is published in the store at hand: the [resource][Resources#resource] that [Published] sources ask.
@FunctionalInterface
public interface Shelf {

    /// The resource's name.
    String NAME = "published";

    /// The digest of what a source would read now.
    ///
    /// @throws IllegalArgumentException if it cannot be read, with what to do
    Stamp stamp(Published<?> source);
}
