package dev.wadachi.task;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A value as bytes that can be stored.
public sealed interface Encoded {

    /// A small value, in memory.
    ///
    /// @param bytes handed over: the caller does not change them afterwards
    @SuppressWarnings("ArrayRecordComponent") // handed over, not compared: copying each small value would be waste
    record Bytes(byte[] bytes) implements Encoded {}

    /// A value in a file, which the store adopts by renaming it.
    ///
    /// @param file a file from [Scratch], or one that the body made in its own scratch folder
    record InFile(Path file) implements Encoded {}

    /// A value of several named parts, each stored as bytes of its own.
    ///
    /// @param parts name to part; names are relative paths with `/`, without `..`
    record Parts(SortedMap<String, Encoded> parts) implements Encoded {

        /// Keeps an unmodifiable copy.
        public Parts {
            parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        }
    }
}
