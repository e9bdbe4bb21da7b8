package dev.wadachi.store;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A store's objects as files of one folder.
///
/// Whatever is written goes to this process's scratch folder first and gets its name in one step: by a hard link where
/// it must not exist yet, by a rename where its name is its content. So a reader sees whole files only, and a kill
/// leaves nothing but scratch. Folders are made when a write finds them missing, because asking first would cost more
/// than failing rarely.
final class FolderPlace implements Place {

    /// Dating an entry costs a microsecond or two; an explanation must stay cheap under a name with 100,000 keys.
    private static final int MOST_TO_DATE = 1_000;

    private final Path root;
    private final String path;
    private final Clock clock;
    private final LockFile locks;
    private final ScratchFolder scratch;
    private final Syncing syncing;

    /// @param root an existing folder
    FolderPlace(Path root, Clock clock, Sync small) throws IOException {
        this.root = root.toRealPath();
        this.path = this.root.toString();
        this.clock = clock;
        this.locks = LockFile.enter(this.root);
        this.scratch = new ScratchFolder(this.root.resolve("tmp"));
        this.syncing = new Syncing(this.root, small);
    }

    /// By the older API, because an interrupted thread must be able to look up, too.
    @Override
    public Optional<byte[]> read(String name) throws IOException {
        File file = new File(path, name);
        while (true) {
            try (var in = new FileInputStream(file)) {
                return Optional.of(in.readAllBytes());
            } catch (FileNotFoundException e) {
                if (!file.exists()) {
                    return Optional.empty();
                }
                if (!file.isFile() || !file.canRead()) {
                    throw new IOException("Cannot read " + file + "; may this user read it?", e);
                }
                // Somebody has put it there just now.
            }
        }
    }

    /// By the older API, which says that a file is absent without throwing: that is what a put finds as a rule.
    @Override
    public Optional<Facts> facts(String name) {
        File file = new File(path, name);
        long modified = file.lastModified();
        return modified == 0 && !file.exists()
                ? Optional.empty()
                : Optional.of(new Facts(file.length(), Instant.ofEpochMilli(modified)));
    }

    @Override
    public void touch(String name) throws IOException {
        try {
            Files.setLastModifiedTime(root.resolve(name), FileTime.from(clock.instant()));
        } catch (NoSuchFileException gone) {
            // Whoever took it away did so on purpose.
        }
    }

    @Override
    public Optional<Path> file(String name) {
        Path file = root.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /// Reads small folders by the older API: half the time, and a missing folder, which is most look-ups of a first
    /// run, costs no exception.
    @Override
    public List<String> list(String folder, int limit) throws IOException {
        File listed = new File(path, folder);
        String[] names = listed.list();
        if (names == null && listed.isDirectory()) {
            // Somebody may have made it just now.
            names = listed.list();
            if (names == null && listed.isDirectory()) {
                throw new IOException("Cannot list " + listed + "; may this user read it?");
            }
        }
        if (names == null) {
            return List.of();
        }
        return names.length <= limit ? List.of(names) : List.of(names).subList(0, limit);
    }

    @Override
    public List<String> newest(String folder, int limit) throws IOException {
        record Dated(String name, long modified) {}
        var entries = new ArrayList<Dated>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path entry : stream) {
                if (entries.size() == MOST_TO_DATE) {
                    break;
                }
                entries.add(
                        new Dated(entry.getFileName().toString(), entry.toFile().lastModified()));
            }
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return List.of();
        }
        return entries.stream()
                .sorted(Comparator.comparingLong(Dated::modified).reversed().thenComparing(Dated::name))
                .limit(limit)
                .map(Dated::name)
                .toList();
    }

    @Override
    public boolean putIfAbsent(String name, byte[] content, Sync sync) throws IOException {
        Path target = root.resolve(name);
        Path written = write(content, sync);
        try {
            Placing.link(written, target);
        } catch (FileAlreadyExistsException lost) {
            return false;
        } finally {
            // By the older API, which asks nothing first. What stays goes with the scratch folder.
            written.toFile().delete();
        }
        syncing.placed(target, content.length, sync);
        return true;
    }

    @Override
    public void put(String name, byte[] content, Sync sync) throws IOException {
        Path target = root.resolve(name);
        Path written = write(content, sync);
        Placing.makeReadOnly(written);
        Placing.rename(written, target);
        syncing.placed(target, content.length, sync);
    }

    @Override
    public void adopt(String name, Path file, Sync sync) throws IOException {
        Path target = root.resolve(name);
        long size = Files.size(file);
        // A link would leave its target in strange hands, so what it points to is copied.
        Path mine = Files.isSymbolicLink(file) ? takeOver(file) : file;
        syncing.beforePlacing(mine, size, sync);
        Placing.makeReadOnly(mine);
        try {
            Placing.rename(mine, target);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            mine = takeOver(file);
            syncing.beforePlacing(mine, size, sync);
            Placing.makeReadOnly(mine);
            Placing.rename(mine, target);
        }
        syncing.placed(target, size, sync);
    }

    private Path takeOver(Path file) throws IOException {
        Path copy = scratch.newFile();
        Files.copy(file, copy);
        Placing.delete(file);
        return copy;
    }

    private Path write(byte[] content, Sync sync) throws IOException {
        Path file = scratch.newFile();
        try (var out = new FileOutputStream(file.toFile())) {
            out.write(content);
            if (syncing.isDueBeforePlacing(content.length, sync)) {
                out.getFD().sync();
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw new IOException(
                    "Cannot write " + content.length + " bytes to " + file + " (" + e.getMessage()
                            + "); is there room, and may this user write there?",
                    e);
        }
        return file;
    }

    @Override
    public boolean move(String from, String to) throws IOException {
        try {
            Placing.rename(root.resolve(from), root.resolve(to));
        } catch (NoSuchFileException gone) {
            return false;
        }
        Trees.prune(root.resolve(from), root);
        return true;
    }

    @Override
    public boolean delete(String name) throws IOException {
        boolean deleted = Placing.delete(root.resolve(name));
        Trees.prune(root.resolve(name), root);
        return deleted;
    }

    @Override
    public Appender append(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return new FileAppender(file.toFile());
    }

    @Override
    public void sync() throws IOException {
        syncing.sync();
    }

    @Override
    public Leases leases() {
        return new FolderLeases(locks);
    }

    @Override
    public ScratchFolder scratch() {
        return scratch;
    }

    @Override
    public Path local(String folder) {
        return root.resolve(folder);
    }

    @Override
    public void sweep() throws IOException {
        ScratchFolder.sweep(root.resolve("tmp"));
    }

    @Override
    public String describe() {
        return root.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            syncing.sync();
        } finally {
            scratch.close();
            locks.leave();
        }
    }
}
