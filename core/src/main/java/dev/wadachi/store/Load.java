package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.json.Json;
import dev.wadachi.task.PublishedName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An input that a body asked for while it ran. A trace is a hit only while each still holds, in order.
public sealed interface Load {

    /// A value that the body loaded, or a part of one.
    ///
    /// @param key whose value
    /// @param part the part's name, or null for the whole
    /// @param digest which bytes it was given
    /// @param recipe how to build the loaded task again; the store does not look inside
    record Value(Key key, @Nullable String part, Digest digest, Json recipe) implements Load {

        /// The name of the part that was loaded, or empty for the whole.
        public Optional<String> partName() {
            return Optional.ofNullable(part);
        }
    }

    /// Randomness that the body drew.
    ///
    /// @param seed the run's seed
    record Seed(long seed) implements Load {}

    /// What another project published, or this one. It holds while the fingerprint does, whose stamp names its bytes.
    ///
    /// @param name under which name
    /// @param version which version it was then; a later one may have the same bytes
    /// @param result the result that was published
    /// @param needs what is needed of it by name, such as columns; empty if that is not said
    record Offer(PublishedName name, int version, TraceId result, SortedSet<String> needs) implements Load {

        /// Keeps an unmodifiable copy.
        public Offer {
            needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
        }
    }
}
