package dev.wadachi.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shares the machine's cores, memory and GPUs out among all processes of this user on this host.
///
/// One file, one byte for each core, each GPU and each 256 MB of memory; who holds a byte's lock holds the thing.
/// The operating system frees the locks of a process that dies, however it dies. A body takes what it claims one
/// by one; so that two bodies never wait for what the other has, only the one at the *turnstile* (one more byte) may
/// hold some and wait for more. Memory has a turnstile of its own: bodies hold memory while they wait for cores, and
/// would wait for ever behind somebody who waits for their memory. Nobody waits for memory while holding cores.
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
        Bytes bytes = new Bytes(TURNSTILE_TO_CORES);
        bytes.want(cores, claim.cores());
        bytes.want(gpus, claim.gpus());
        return held(bytes);
    }

    /// Waits until the claimed memory is held by no process of this host.
    ///
    /// @throws InterruptedException if the thread is interrupted meanwhile; nothing is held then
    Hold acquireMemory(Claim claim) throws InterruptedException {
        Bytes bytes = new Bytes(TURNSTILE_TO_MEMORY);
        bytes.want(memory, (int) ((claim.memory() + UNIT - 1) / UNIT));
        return held(bytes);
    }

    private static Hold held(Bytes bytes) throws InterruptedException {
        try {
            if (!bytes.takeAtOnce()) {
                bytes.takeOneByOne();
            }
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

        private final Pool turnstile;
        private final ArrayDeque<Pool> missing = new ArrayDeque<>();
        private final ArrayDeque<Long> taken = new ArrayDeque<>();

        Bytes(Pool turnstile) {
            this.turnstile = turnstile;
        }

        /// More than the machine has was refused, or allowed, when the run was planned.
        void want(Pool pool, int count) {
            for (int i = 0; i < Math.min(count, pool.size()); i++) {
                missing.add(pool);
            }
        }

        boolean takeAtOnce() {
            while (!missing.isEmpty()) {
                if (!takeNext()) {
                    giveBack();
                    return false;
                }
            }
            return true;
        }

        void takeOneByOne() throws InterruptedException {
            long entered = waitFor(turnstile);
            try {
                for (Pool next = missing.peek(); next != null; next = missing.peek()) {
                    taken.push(waitFor(next));
                    missing.remove();
                }
            } finally {
                unlock(entered);
            }
        }

        private boolean takeNext() {
            Long at = tryLock(missing.element());
            if (at != null) {
                taken.push(at);
                missing.remove();
            }
            return at != null;
        }

        private void giveBack() {
            for (Long at = taken.poll(); at != null; at = taken.poll()) {
                missing.push(poolOf(at));
                unlock(at);
            }
        }

        private Pool poolOf(long at) {
            return at >= memory.at() ? memory : at >= gpus.at() ? gpus : cores;
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
