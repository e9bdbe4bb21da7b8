package dev.wadachi.store;

import dev.wadachi.task.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One process's share of `tmp/`: files on their way to their names, scratch of bodies, folders made for reading.
///
/// It is named for the process, so that anybody can tell whether its owner still lives, and it goes when the store is
/// closed.
public final class ScratchFolder implements Scratch, AutoCloseable {

    private static final AtomicLong FOLDERS = new AtomicLong();

    private final Path tmp;
    private final AtomicLong names = new AtomicLong();
    private volatile @Nullable Path folder;

    /// @param tmp where the folders of all processes lie
    public ScratchFolder(Path tmp) {
        this.tmp = tmp;
    }

    /// The folder, made at its first use.
    synchronized Path folder() throws IOException {
        Path made = folder;
        if (made == null) {
            String name = ProcessIdentity.current().text() + "-" + FOLDERS.incrementAndGet();
            made = Files.createDirectories(tmp.resolve(name));
            folder = made;
        }
        return made;
    }

    @Override
    public Path newFile() throws IOException {
        Path known = folder;
        return (known == null ? folder() : known).resolve(Long.toString(names.incrementAndGet()));
    }

    @Override
    public Path newFolder() throws IOException {
        return Files.createDirectory(newFile());
    }

    @Override
    public synchronized void close() throws IOException {
        Path made = folder;
        folder = null;
        if (made != null) {
            Trees.delete(made);
        }
    }

    /// Removes a file or folder that lies in here.
    ///
    /// @throws IllegalArgumentException if it lies elsewhere
    void discard(Path fileOrFolder) throws IOException {
        if (!fileOrFolder.toAbsolutePath().normalize().startsWith(folder().toAbsolutePath())
                || fileOrFolder.equals(folder())) {
            throw new IllegalArgumentException(fileOrFolder + " does not lie in the scratch folder " + folder());
        }
        Trees.delete(fileOrFolder);
    }

    /// Removes what processes left behind that have ended on this host.
    static void sweep(Path tmp) throws IOException {
        for (Path left : Trees.children(tmp)) {
            if (owner(left).map(ProcessIdentity::isGone).orElse(false)) {
                Trees.delete(left);
            }
        }
    }

    private static Optional<ProcessIdentity> owner(Path folder) {
        String name = folder.getFileName().toString();
        int counter = name.lastIndexOf('-');
        return counter < 0 ? Optional.empty() : ProcessIdentity.parse(name.substring(0, counter));
    }
}
