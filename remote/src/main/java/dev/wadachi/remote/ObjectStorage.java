package dev.wadachi.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The few requests that a bucket or a folder must answer. Objects appear whole or not at all.
///
/// Each method throws [Unreachable] where asking again may help and [Denied] where it will not. Thread-safe.
interface ObjectStorage extends AutoCloseable {

    /// From so many objects on that are not known, a listing, a thousand a request, is cheaper than asking for each.
    int WORTH_LISTING = 100;

    /// Makes the place itself where it is missing and can be made: a folder, never a bucket.
    void make() throws IOException;

    /// The bytes of an object, or empty if there is none.
    Optional<byte[]> read(String name) throws IOException;

    /// Copies an object into a new file; says `false` if there is no such object any more.
    ///
    /// @param object as [#facts] or [#list] showed it
    boolean download(StoredObject object, Path file) throws IOException;

    /// What is known of an object, or empty if there is none.
    Optional<StoredObject> facts(String name) throws IOException;

    /// Every object below a folder, however deep, in no order. One request for about a thousand.
    List<StoredObject> list(String folder) throws IOException;

    /// The simple names of what lies directly in a folder, in no order.
    List<String> children(String folder) throws IOException;

    /// Writes an object, or another of the same content over it.
    void write(String name, byte[] content) throws IOException;

    /// Writes an object unless one of this name exists, and says which: `true` means that these bytes are now there.
    boolean writeIfAbsent(String name, byte[] content) throws IOException;

    /// Writes a file's content as an object, or over another of the same content; large files in parts.
    void upload(String name, Path file) throws IOException;

    /// Gives an object another name; says `false` if it is not there.
    boolean move(String from, String to) throws IOException;

    /// Removes an object, if it is there.
    void delete(String name) throws IOException;

    /// Where this is, for messages.
    String describe();

    @Override
    void close() throws IOException;
}
