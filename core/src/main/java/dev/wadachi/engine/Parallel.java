package dev.wadachi.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Does the same with each of many things, on all cores.
final class Parallel {

    /// So many at a time, so that threads seldom meet.
    private static final int PORTION = 64;

    private Parallel() {}

    /// What is done with one of them.
    interface Deed<T> {
        void to(T thing) throws IOException;
    }

    /// Returns when all is done.
    ///
    /// @throws IOException of the first deed that failed; the others may have been done or not
    static <T> void each(List<T> things, Deed<T> deed) throws IOException {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Runnable work = () -> {
            try {
                for (int from = next.getAndAdd(PORTION); from < things.size(); from = next.getAndAdd(PORTION)) {
                    for (T thing : things.subList(from, Math.min(things.size(), from + PORTION))) {
                        if (failed.get() != null) {
                            return;
                        }
                        deed.to(thing);
                    }
                }
            } catch (IOException | RuntimeException e) {
                failed.compareAndSet(null, e);
            }
        };
        int helpers = Math.min(Runtime.getRuntime().availableProcessors(), (things.size() + PORTION - 1) / PORTION) - 1;
        Thread[] threads = new Thread[Math.max(0, helpers)];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().daemon().name("wadachi-files-" + i).start(work);
        }
        work.run();
        await(threads);
        switch (failed.get()) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IOException(e);
        }
    }

    private static void await(Thread[] threads) throws IOException {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("told to stop while files were read");
        }
    }
}
