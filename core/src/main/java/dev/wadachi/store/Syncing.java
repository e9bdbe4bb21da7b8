package dev.wadachi.store;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.SyncFailedException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Forces written files to the disk: large ones before they get their name, small ones a second's batch at a time.
///
/// A small file that a power cut tears is found out by its checksum and counts as a miss, so a batch risks a second's
/// work and never a wrong result. A large one would cost much to check at each reading, so it must not be torn at all.
///
/// There is no thread for it: whoever writes after a second has passed forces the batch, while the others go on. Where
/// a batch cannot be forced by one call, its files are forced one by one as far as the time for it goes; the rest is
/// left to the system, which writes it back within half a minute or so. So no more files need to be known by name than
/// could be forced in that time: a hundred thousand paths would be a good part of a large run's memory.
final class Syncing {

    /// Blobs above this size are forced before they get their name; those up to it are verified when they are read.
    static final long SMALL = 1 << 20;

    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long TIME_FOR_A_BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int WORTH_ONE_CALL = 500;
    private static final int MOST_KNOWN = 2_000;

    private final Path root;
    private final Sync small;
    private final ReentrantLock batching = new ReentrantLock();
    private final Object guard = new Object();
    private List<Path> pending = new ArrayList<>();
    private volatile long lastBatch = System.nanoTime();

    Syncing(Path root, Sync small) {
        this.root = root;
        this.small = small;
    }

    /// Whether a file must be forced before it gets its name.
    boolean isDueBeforePlacing(long size, Sync sync) {
        return sync == Sync.AT_ONCE || small == Sync.AT_ONCE || size > SMALL;
    }

    /// Forces a file that is about to get its name, if it must be.
    void beforePlacing(Path file, long size, Sync sync) throws IOException {
        if (isDueBeforePlacing(size, sync)) {
            force(file);
        }
    }

    /// Notes a file that has got its name.
    void placed(Path file, long size, Sync sync) throws IOException {
        if (isDueBeforePlacing(size, sync)) {
            forceName(file);
            return;
        }
        synchronized (guard) {
            if (pending.size() < MOST_KNOWN) {
                pending.add(file);
            }
        }
        if (System.nanoTime() - lastBatch > PERIOD_NANOS && batching.tryLock()) {
            try {
                batch();
            } finally {
                batching.unlock();
            }
        }
    }

    /// Forces all that was noted.
    void sync() throws IOException {
        batching.lock();
        try {
            batch();
        } finally {
            batching.unlock();
        }
    }

    private void batch() throws IOException {
        List<Path> files;
        synchronized (guard) {
            files = pending;
            pending = new ArrayList<>();
        }
        if (files.size() < WORTH_ONE_CALL || !FileSystemSync.isAvailable() || !FileSystemSync.sync(root)) {
            forceEach(files);
        }
        lastBatch = System.nanoTime();
    }

    private static void forceEach(List<Path> files) throws IOException {
        long end = System.nanoTime() + TIME_FOR_A_BATCH_NANOS;
        for (Path file : files) {
            if (System.nanoTime() > end) {
                return;
            }
            force(file);
        }
    }

    /// Not by a [java.nio.channels.FileChannel], which an interrupted thread would find closed.
    private static void force(Path file) throws IOException {
        try (var in = new FileInputStream(file.toFile())) {
            in.getFD().sync();
        } catch (FileNotFoundException removedSince) {
            // Nothing is left to be kept.
        } catch (SyncFailedException readOnly) {
            // Windows forces writable files only; it writes the others back by itself.
        }
    }

    /// Forces the name of a file, which is its folder's content, where the system lets a folder be opened.
    private static void forceName(Path file) {
        Path folder = Objects.requireNonNull(file.getParent(), "a stored file lies in a folder");
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            assert Files.exists(folder) : folder;
        }
    }
}
