package dev.wadachi.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where a store's objects lie: a folder here, a bucket elsewhere.
///
/// An object is bytes under a name such as `traces/Train/ab12…/cd34…/1.json`. Objects appear whole or not at all.
/// Nothing is renamed into being, nothing is appended but logs, and no method needs a lock, so that a bucket can offer
/// all of it. Implementations are safe for use by many threads and by many processes at once.
public interface Place extends AutoCloseable {

    /// The bytes of an object, or empty if there is none.
    Optional<byte[]> read(String name) throws IOException;

    /// Length and age of an object, or empty if there is none.
    Optional<Facts> facts(String name) throws IOException;

    /// Makes an object look freshly written, so that a collection spares it; nothing happens if there is none.
    void touch(String name) throws IOException;

    /// A local file with the bytes of an object, for reading only; a bucket fetches it.
    Optional<Path> file(String name) throws IOException;

    /// The simple names of what lies directly in a folder, in no order, and no more than `limit` of them.
    List<String> list(String folder, int limit) throws IOException;

    /// The simple names of what lies directly in a folder, most recently changed first, and no more than `limit` of
    /// them. Where there are very many, some may be left out of account.
    List<String> newest(String folder, int limit) throws IOException;

    /// What [#list] gives as far as it is known without asking afar; empty where all of it lies near.
    default Optional<List<String>> listNear(String folder, int limit) throws IOException {
        return Optional.empty();
    }

    /// How many objects lie below a folder afar and not near; none where all of them lie near.
    default int countAfar(String folder) throws IOException {
        return 0;
    }

    /// What [#facts] gives as far as it is known without asking afar.
    default Optional<Facts> factsNear(String name) throws IOException {
        return facts(name);
    }

    /// Puts an object unless one of this name exists, and says which: `true` means that these bytes are now there.
    boolean putIfAbsent(String name, byte[] content, Sync sync) throws IOException;

    /// Puts an object that is named by its content, so that it does not matter who of several writers is last.
    void put(String name, byte[] content, Sync sync) throws IOException;

    /// Takes a local file over as an object that is named by its content: moved if it can be, copied if not.
    void adopt(String name, Path file, Sync sync) throws IOException;

    /// Gives an object another name; says `false` if it was no longer there, because somebody else was faster.
    boolean move(String from, String to) throws IOException;

    /// Removes an object; says `false` if it was no longer there.
    boolean delete(String name) throws IOException;

    /// The number of bytes of all that lies below a folder.
    default long bytesBelow(String folder) throws IOException {
        return Trees.bytes(local(folder));
    }

    /// Removes a folder with all that is in it.
    default void deleteBelow(String folder) throws IOException {
        Trees.delete(local(folder));
    }

    /// A log that this process alone appends to.
    Appender append(String name) throws IOException;

    /// Forces everything that was written with [Sync#BATCHED] so far to the disk.
    void sync() throws IOException;

    /// Who may compute what: see [Leases].
    Leases leases();

    /// This process's scratch files; on the file system of the objects, if they lie in one.
    ScratchFolder scratch();

    /// A local folder that outlives this process, such as `checkpoints`.
    Path local(String folder);

    /// Removes what processes left behind that have ended.
    void sweep() throws IOException;

    /// Says where to tell what people should know, such as that a bucket cannot be reached. A place with nothing to
    /// tell passes over it.
    default void tellTo(Consumer<String> people) {}

    /// Where this is, for messages.
    String describe();

    /// The objects in a folder, which is made if it is not there.
    static Place ofFolder(Path folder, StoreOptions options) throws IOException {
        Files.createDirectories(folder);
        return new FolderPlace(folder, options.clock(), options.small());
    }

    @Override
    void close() throws IOException;

    /// Length and age of an object.
    ///
    /// @param size in bytes
    /// @param modified when it was written or last touched
    record Facts(long size, Instant modified) {}

    /// A growing object: lines reach other processes with [#flush] at the latest.
    interface Appender extends AutoCloseable {

        /// Appends bytes; they may stay in this process until [#flush].
        void append(byte[] bytes) throws IOException;

        /// Hands everything appended so far to the operating system, where a kill of this process cannot lose it.
        void flush() throws IOException;

        @Override
        void close() throws IOException;
    }
}
