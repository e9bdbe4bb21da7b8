package dev.wadachi.engine;

import dev.wadachi.task.PublishedName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// How a goal's output is to be published.
///
/// Immutable; each method but the accessors answers a changed copy.
///
/// @param name under which name
/// @param note what readers should know; may be empty
/// @param waived what is published in spite of
public record Offering(PublishedName name, String note, Set<Objection> waived) {

    /// Why a result would not be published, unless it is said to be meant.
    public enum Objection {
        /// It is not what the code alone would give.
        MARKED,
        /// The name is another project's.
        FOREIGN,
        /// Readers need what it no longer has.
        BREAKING
    }

    /// Keeps an unmodifiable copy.
    public Offering {
        waived = waived.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(waived));
    }

    /// Under a name such as `shop/forecast`, in spite of nothing.
    ///
    /// @throws IllegalArgumentException if it is no such name
    public static Offering as(String name) {
        return new Offering(PublishedName.parse(name), "", Set.of());
    }

    /// The same with a note for its readers.
    public Offering withNote(String other) {
        return new Offering(name, other, waived);
    }

    /// The same, whatever marks the result has.
    public Offering withMarks() {
        return inSpiteOf(Objection.MARKED);
    }

    /// The same, whichever project the name belongs to; it is this one's from then on.
    public Offering takingOver() {
        return inSpiteOf(Objection.FOREIGN);
    }

    /// The same, although readers need what it no longer has.
    public Offering breaking() {
        return inSpiteOf(Objection.BREAKING);
    }

    private Offering inSpiteOf(Objection objection) {
        Set<Objection> more = EnumSet.of(objection);
        more.addAll(waived);
        return new Offering(name, note, more);
    }

    boolean waives(Objection objection) {
        return waived.contains(objection);
    }
}
