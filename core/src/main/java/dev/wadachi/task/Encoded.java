package dev.wadachi.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
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

    /// Puts the bytes where somebody reads them who knows nothing of stores: a file, or a folder with a file for each
    /// part. A file of one's own is moved there.
    ///
    /// @param place where nothing is yet
    /// @throws IOException if it cannot be written, or a part's name leads out of the place
    default void putAt(Path place) throws IOException {
        switch (this) {
            case Bytes(byte[] bytes) -> Files.write(place, bytes, StandardOpenOption.CREATE_NEW);
            case InFile(Path file) -> Files.move(file, place);
            case Parts(SortedMap<String, Encoded> parts) -> {
                Files.createDirectories(place);
                for (Map.Entry<String, Encoded> part : parts.entrySet()) {
                    Path file = place.resolve(part.getKey()).normalize();
                    Path folder = file.getParent();
                    if (folder == null || !folder.startsWith(place)) {
                        throw new IOException("the part's name '" + part.getKey() + "' leads out of its folder");
                    }
                    Files.createDirectories(folder);
                    part.getValue().putAt(file);
                }
            }
        }
    }
}
