package dev.wadachi.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The one lock file of a store's folder, open once in this JVM however many stores use the folder.
///
/// Between processes a byte of the file stands for a fingerprint. Two facts shape this class. POSIX drops *all* locks
/// that a process has on a file as soon as *any* of its descriptors of that file is closed; so there is one channel a
/// folder, and the last store that leaves closes it. And the JVM throws when one of its threads asks for a byte that
/// another one holds; so the threads of this process agree among themselves first, by a latch per byte, and only the
/// winner asks the operating system.
///
/// The operating system is polled, because a blocking lock could not be interrupted without closing the channel.
final class LockFile {

    private static final System.Logger LOG = System.getLogger(LockFile.class.getName());
    private static final Map<Path, LockFile> OPEN = new HashMap<>();
    private static final long LONGEST_PAUSE_MILLIS = 64;

    private final Path path;
    private final ConcurrentMap<Long, CountDownLatch> taken = new ConcurrentHashMap<>();
    private final AtomicBoolean warned = new AtomicBoolean();
    private int users;
    private @Nullable FileChannel opened;

    private LockFile(Path path) {
        this.path = path;
    }

    /// The lock file of a store's folder; each call needs one [#leave]. It is made with its first lease: who only reads
    /// leaves the store as it is.
    ///
    /// @param root without symbolic links
    static LockFile enter(Path root) {
        Path path = root.resolve("leases").resolve("lock");
        synchronized (OPEN) {
            LockFile file = OPEN.computeIfAbsent(path, LockFile::new);
            file.users++;
            return file;
        }
    }

    private synchronized FileChannel channel() throws IOException {
        FileChannel channel = opened;
        if (channel == null) {
            Files.createDirectories(path.getParent());
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            opened = channel;
        }
        return channel;
    }

    private synchronized void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    void leave() throws IOException {
        synchronized (OPEN) {
            if (--users == 0) {
                OPEN.remove(path);
                close();
            }
        }
    }

    /// Waits for a byte of the file.
    Lease acquire(long position) throws InterruptedException {
        var mine = new CountDownLatch(1);
        for (CountDownLatch other = taken.putIfAbsent(position, mine); other != null; ) {
            other.await();
            other = taken.putIfAbsent(position, mine);
        }
        boolean held = false;
        try {
            Held lease = new Held(position, mine, poll(position));
            held = true;
            return lease;
        } finally {
            if (!held) {
                giveUp(position, mine);
            }
        }
    }

    /// Takes a byte of the file if it is free.
    Optional<Lease> tryAcquire(long position) {
        var mine = new CountDownLatch(1);
        if (taken.putIfAbsent(position, mine) != null) {
            return Optional.empty();
        }
        Answer answer = ask(position);
        if (answer instanceof Answer.Refused) {
            giveUp(position, mine);
            return Optional.empty();
        }
        return Optional.of(new Held(position, mine, answer));
    }

    private Answer poll(long position) throws InterruptedException {
        for (long pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            Answer answer = ask(position);
            if (!(answer instanceof Answer.Refused)) {
                return answer;
            }
            Thread.sleep(pause);
        }
    }

    private Answer ask(long position) {
        try {
            FileLock lock = channel().tryLock(position, 1, false);
            return lock == null ? new Answer.Refused() : new Answer.Granted(lock);
        } catch (OverlappingFileLockException held) {
            // This class was loaded twice in this JVM, and its other copy holds the byte.
            return new Answer.Refused();
        } catch (IOException noLocksHere) {
            if (warned.compareAndSet(false, true)) {
                LOG.log(
                        Level.WARNING,
                        "The file system of " + path + " gives no locks (" + noLocksHere.getMessage()
                                + "): processes that share this store may compute the same result twice.");
            }
            return new Answer.Unsupported();
        }
    }

    private void giveUp(long position, CountDownLatch mine) {
        taken.remove(position, mine);
        mine.countDown();
    }

    /// What the operating system says to the wish for a byte.
    private sealed interface Answer {
        record Granted(FileLock lock) implements Answer {}

        record Refused() implements Answer {}

        record Unsupported() implements Answer {}
    }

    private final class Held implements Lease {
        private final long position;
        private final CountDownLatch mine;
        private final Answer answer;
        private final AtomicBoolean closed = new AtomicBoolean();

        Held(long position, CountDownLatch mine, Answer answer) {
            this.position = position;
            this.mine = mine;
            this.answer = answer;
        }

        @Override
        public void close() {
            if (!closed.compareAndSet(false, true)) {
                return;
            }
            try {
                if (answer instanceof Answer.Granted(FileLock lock)
                        && lock.acquiredBy().isOpen()) {
                    lock.release();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Could not release a lease in " + path, e);
            } finally {
                giveUp(position, mine);
            }
        }
    }
}
