package dev.wadachi.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shares the machine's cores, memory and GPUs out among all processes of this user on this host.
///
/// One file, one byte for each core, each GPU and each 256 MB of memory; who holds a byte's lock holds the thing.
/// The operating system frees the locks of a process that dies, however it dies. A body takes what it claims one
/// by one; so that two bodies never wait for what the other has, only the one at the *turnstile* (one more byte) may
/// hold some and wait for more. Everybody passes the turnstile, also who could have all at once: whoever stands there
/// gets each thing that comes free, so that a large claim does not starve behind small ones. Who is next at the
/// turnstile is chance, for locks know no queue; small and large claims have the same chance.
///
/// Memory, GPUs and cores have turnstiles of their own and are taken in that order. Who waits for a GPU holds no core
/// and stands in the way of nobody who wants cores alone; nobody waits for memory or GPUs while holding cores.
///
/// The file is opened once a process: POSIX drops all of a process's locks on a file when any descriptor of it is
/// closed.
final class HostPermits {

    /// A claim that is held. Closing it twice does nothing.
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /// Bytes of the file: [at, at + size) are interchangeable.
    private record Pool(long at, int size) {}

    private static final long UNIT = 256L << 20;
    private static final Pool TURNSTILE_TO_CORES = new Pool(0, 1);
    private static final Pool TURNSTILE_TO_MEMORY = new Pool(1, 1);
    private static final Pool TURNSTILE_TO_GPUS = new Pool(2, 1);
    private static final long SHORTEST_NAP = 2;
    private static final long LONGEST_NAP = 10;

    private final Pool cores;
    private final Pool gpus;
    private final Pool memory;
    private final FileChannel file;
    /// What this process holds: the JVM throws where it would lock a byte twice.
    private final Map<Long, FileLock> held = new HashMap<>();

    private HostPermits(Capacity machine, FileChannel file) {
        this.cores = new Pool(1L << 20, machine.cores());
        this.gpus = new Pool(2L << 20, machine.gpus());
        this.memory = new Pool(3L << 20, (int) (machine.memory() / UNIT));
        this.file = file;
    }

    private interface OncePerProcess {
        HostPermits INSTANCE = open();

        private static HostPermits open() {
            String user =
                    Integer.toHexString(System.getProperty("user.name", "").hashCode());
            Path path = Path.of(System.getProperty("java.io.tmpdir"), "wadachi-permits-" + user);
            try {
                return new HostPermits(
                        Capacity.ofMachine(),
                        FileChannel.open(
                                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot open " + path + ", where processes share this host's cores", e);
            }
        }
    }

    /// The permits of this host, shared by all runs of this process.
    static HostPermits ofHost() {
        return OncePerProcess.INSTANCE;
    }

    /// Waits until the claimed cores and GPUs are held by no process of this host.
    ///
    /// @throws InterruptedException if the thread is interrupted meanwhile; nothing is held then
    Hold acquireCores(Claim claim) throws InterruptedException {
        Bytes bytes = new Bytes();
        try {
            bytes.take(claim.gpus(), gpus, TURNSTILE_TO_GPUS);
            bytes.take(claim.cores(), cores, TURNSTILE_TO_CORES);
            return bytes;
        } catch (InterruptedException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /// Waits until the claimed memory is held by no process of this host.
    ///
    /// @throws InterruptedException if the thread is interrupted meanwhile; nothing is held then
    Hold acquireMemory(Claim claim) throws InterruptedException {
        Bytes bytes = new Bytes();
        try {
            bytes.take((int) ((claim.memory() + UNIT - 1) / UNIT), memory, TURNSTILE_TO_MEMORY);
            return bytes;
        } catch (InterruptedException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private synchronized @Nullable Long tryLock(Pool pool) {
        for (long at = pool.at(); at < pool.at() + pool.size(); at++) {
            if (!held.containsKey(at)) {
                try {
                    FileLock lock = file.tryLock(at, 1, false);
                    if (lock != null) {
                        held.put(at, lock);
                        return at;
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("this host's shared permits cannot be locked", e);
                }
            }
        }
        return null;
    }

    private synchronized void unlock(long at) {
        FileLock lock = held.remove(at);
        if (lock != null) {
            try {
                lock.release();
            } catch (IOException e) {
                throw new UncheckedIOException("this host's shared permits cannot be unlocked", e);
            }
        }
    }

    /// The bytes that one body holds.
    private final class Bytes implements Hold {

        private final List<Long> taken = new ArrayList<>();

        /// Waits for so many of a pool. More than the machine has was refused, or allowed, when the run was planned.
        void take(int count, Pool pool, Pool turnstile) throws InterruptedException {
            if (count == 0) {
                return;
            }
            long entered = waitFor(turnstile);
            try {
                for (int i = 0; i < Math.min(count, pool.size()); i++) {
                    taken.add(waitFor(pool));
                }
            } finally {
                unlock(entered);
            }
        }

        private long waitFor(Pool pool) throws InterruptedException {
            long nap = SHORTEST_NAP;
            for (Long at = tryLock(pool); ; at = tryLock(pool)) {
                if (at != null) {
                    return at;
                }
                Thread.sleep(nap);
                nap = Math.min(2 * nap, LONGEST_NAP);
            }
        }

        @Override
        public void close() {
            taken.forEach(HostPermits.this::unlock);
            taken.clear();
        }
    }
}
