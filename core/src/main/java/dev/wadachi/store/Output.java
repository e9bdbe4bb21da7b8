package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a task gave, as digests: enough to compare and to load, without the bytes.
public sealed interface Output {

    /// The identity of the whole value, which goes into the fingerprints of downstream tasks.
    Digest digest();

    /// The number of bytes, over all parts.
    long bytes();

    /// Every blob that this output needs, its manifests included.
    Stream<Digest> blobs();

    /// A value in one blob.
    ///
    /// @param digest the blob
    /// @param bytes the blob's length
    record Whole(Digest digest, long bytes) implements Output {

        @Override
        public Stream<Digest> blobs() {
            return Stream.of(digest);
        }
    }

    /// A value of several named parts: a record's components, a folder's files.
    ///
    /// @param digest the manifest, a blob of JSON that lists the parts
    /// @param bytes the sum over the parts
    /// @param parts name to part
    record Parts(Digest digest, long bytes, SortedMap<String, Output> parts) implements Output {

        /// Keeps an unmodifiable copy.
        public Parts {
            parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        }

        @Override
        public Stream<Digest> blobs() {
            return Stream.concat(
                    Stream.of(digest), List.copyOf(parts.values()).stream().flatMap(Output::blobs));
        }
    }
}
