package dev.wadachi.engine;

import dev.wadachi.task.PublishedName;

/// How a goal's output is to be published.
///
/// Immutable; each `with` method answers a changed copy.
///
/// @param name under which name
/// @param note what readers should know; may be empty
/// @param marked what to do with a result that is not what the code alone would give
public record Offering(PublishedName name, String note, Marked marked) {

    /// What to do with a marked result.
    public enum Marked {
        /// It is refused.
        REFUSE,
        /// It is published with its marks, which readers are shown.
        PUBLISH
    }

    /// Under a name such as `shop/forecast`, refusing what is marked.
    ///
    /// @throws IllegalArgumentException if it is no such name
    public static Offering as(String name) {
        return new Offering(PublishedName.parse(name), "", Marked.REFUSE);
    }

    /// The same with a note for its readers.
    public Offering withNote(String other) {
        return new Offering(name, other, marked);
    }

    /// The same, whatever marks the result has.
    public Offering withMarks() {
        return new Offering(name, note, Marked.PUBLISH);
    }
}
