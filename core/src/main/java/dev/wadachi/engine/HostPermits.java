package dev.wadachi.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Shares the machine's cores, memory and GPUs out among all processes of this host, whoever started them.
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

        /// The numbers of the GPUs among it.
        List<Integer> gpus();

        @Override
        void close();
    }

    /// Nothing is held.
    static final Hold NOTHING = new Hold() {
        @Override
        public List<Integer> gpus() {
            return List.of();
        }

        @Override
        public void close() {}
    };

    /// Bytes of the file that are interchangeable: those of these numbers from `at` on.
    private record Pool(long at, List<Integer> numbers) {

        static Pool of(long at, int size) {
            return new Pool(at, IntStream.range(0, size).boxed().toList());
        }

        int size() {
            return numbers.size();
        }
    }

    private static final long UNIT = 256L << 20;
    private static final Pool TURNSTILE_TO_CORES = Pool.of(0, 1);
    private static final Pool TURNSTILE_TO_MEMORY = Pool.of(1, 1);
    private static final Pool TURNSTILE_TO_GPUS = Pool.of(2, 1);
    private static final long SHORTEST_NAP = 2;
    private static final long LONGEST_NAP = 10;

    private final Pool cores;
    private final Pool gpus;
    private final Pool memory;
    private final FileChannel file;
    /// What this process holds: the JVM throws where it would lock a byte twice. Guarded by itself.
    private final Map<Long, FileLock> held;

    private HostPermits(Pool cores, Pool gpus, Pool memory, FileChannel file, Map<Long, FileLock> held) {
        this.cores = cores;
        this.gpus = gpus;
        this.memory = memory;
        this.file = file;
        this.held = held;
    }

    private static HostPermits of(Capacity machine, FileChannel file) {
        return new HostPermits(
                Pool.of(1L << 20, machine.cores()),
                new Pool(2L << 20, Gpus.ofMachine()),
                Pool.of(3L << 20, (int) (machine.memory() / UNIT)),
                file,
                new HashMap<>());
    }

    /// The same for a run that was told to use more cores than there are: it counts memory and GPUs alone.
    HostPermits withoutCores() {
        return new HostPermits(Pool.of(1L << 20, 0), gpus, memory, file, held);
    }

    private interface OncePerProcess {
        HostPermits INSTANCE = open();

        private static HostPermits open() {
            try {
                return HostPermits.of(Capacity.ofMachine(), HostFolder.open().file("permits"));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the folder in which processes share this host's cores cannot be opened; name another one with"
                                + " the variable WADACHI_HOST",
                        e);
            }
        }
    }

    /// The permits of this host, shared by all runs of this process.
    static HostPermits ofHost() {
        return OncePerProcess.INSTANCE;
    }

    /// Waits until the claimed cores are held by no process of this host.
    ///
    /// @throws InterruptedException if the thread is interrupted meanwhile; nothing is held then
    Hold acquireCores(Claim claim) throws InterruptedException {
        return acquire(claim.cores(), cores, TURNSTILE_TO_CORES);
    }

    /// Waits until the claimed memory is held by no process of this host.
    ///
    /// @throws InterruptedException if the thread is interrupted meanwhile; nothing is held then
    Hold acquireMemory(Claim claim) throws InterruptedException {
        return acquire((int) ((claim.memory() + UNIT - 1) / UNIT), memory, TURNSTILE_TO_MEMORY);
    }

    /// Waits until the claimed GPUs are held by no process of this host.
    ///
    /// @throws InterruptedException if the thread is interrupted meanwhile; nothing is held then
    Hold acquireGpus(Claim claim) throws InterruptedException {
        return acquire(claim.gpus(), gpus, TURNSTILE_TO_GPUS);
    }

    private Hold acquire(int count, Pool pool, Pool turnstile) throws InterruptedException {
        Bytes bytes = new Bytes(pool);
        try {
            bytes.take(count, turnstile);
            return bytes;
        } catch (InterruptedException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private @Nullable Long tryLock(Pool pool) {
        synchronized (held) {
            return tryLockUnguarded(pool);
        }
    }

    private @Nullable Long tryLockUnguarded(Pool pool) {
        for (int number : pool.numbers()) {
            long at = pool.at() + number;
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

    private void unlock(long at) {
        synchronized (held) {
            FileLock lock = held.remove(at);
            if (lock == null) {
                return;
            }
            try {
                lock.release();
            } catch (IOException e) {
                throw new UncheckedIOException("this host's shared permits cannot be unlocked", e);
            }
        }
    }

    /// The bytes that one body holds.
    private final class Bytes implements Hold {

        private final Pool pool;
        private final List<Long> taken = new ArrayList<>();

        Bytes(Pool pool) {
            this.pool = pool;
        }

        @Override
        public List<Integer> gpus() {
            return pool.equals(gpus)
                    ? taken.stream().map(at -> (int) (at - pool.at())).toList()
                    : List.of();
        }

        /// Waits for so many of a pool. More than the machine has was refused, or allowed, when the run was planned.
        void take(int count, Pool turnstile) throws InterruptedException {
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

        private long waitFor(Pool wanted) throws InterruptedException {
            long nap = SHORTEST_NAP;
            for (Long at = tryLock(wanted); ; at = tryLock(wanted)) {
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
