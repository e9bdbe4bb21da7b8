package dev.wadachi.task;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A value as it lies in a store. Mirrors [Encoded].
public sealed interface Stored {

    /// A value in one blob.
    ///
    /// @param blob its bytes
    record Whole(Blob blob) implements Stored {}

    /// A value of several named parts.
    ///
    /// @param parts name to part
    record Parts(SortedMap<String, Stored> parts) implements Stored {

        /// Keeps an unmodifiable copy.
        public Parts {
            parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        }
    }
}
