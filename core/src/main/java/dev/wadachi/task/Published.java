package dev.wadachi.task;

import java.util.Optional;
import java.util.Set;

/// A source that reads what another project published, or this one: `wadachi publish Demand forecast as shop/forecast`.
///
/// ```java
/// /// How well the shop's forecast did.
/// record ShopScore() implements Published<Score> {
///     public PublishedName published() {
///         return new PublishedName("shop", "score");
///     }
///
///     public Expectations<Score> expects() {
///         return score -> score.mae() > 0 ? List.of() : List.of(Violation.refuse("mae is positive", "it is not"));
///     }
/// }
/// ```
///
/// Its stamp is the digest of the published bytes: a new version of the same bytes reruns nothing. Its value is the
/// published one itself; nothing is copied. What it [expects][Task#expects] is checked before anything downstream
/// runs, and a violation names the project, the goal and the version that gave the value.
///
/// @param <T> the type of the value: as the publisher's, or a record that reads the same JSON
public interface Published<T> extends Source<T> {

    /// Under which name.
    PublishedName published();

    /// Which version; a fixed one never moves, and the newest that stands is read where none is named.
    default Optional<Integer> version() {
        return Optional.empty();
    }

    /// What is needed of it by name, such as columns; empty if that is not said. Whoever publishes is told, and asked,
    /// before that goes.
    default Set<String> needs() {
        return Set.of();
    }

    /// The digest of what is published.
    ///
    /// @throws IllegalArgumentException if there is no such name or version, it was withdrawn, or its result was
    ///     revoked
    @Override
    default Stamp stamp(Resources from) {
        return from.resource(Shelf.class, Shelf.NAME).stamp(this);
    }

    /// Never called by the engine, which takes the published value as it is.
    ///
    /// @throws UnsupportedOperationException always: in a unit test, put [Task#of] a value in its place
    @Override
    default T run(Context in) {
        throw new UnsupportedOperationException(published() + " is read from the store, and there is none here;"
                + " in a unit test put Task.of(value) in this source's place");
    }
}
