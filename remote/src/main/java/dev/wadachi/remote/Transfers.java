package dev.wadachi.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Does something with many objects, several at a time.
///
/// Threads that wait for a network cost nothing, so there are as many as requests should be under way.
final class Transfers {

    /// Enough to fill a usual line with small objects, and few enough to be welcome at any bucket.
    private static final int LANES = 32;

    private Transfers() {}

    /// What is done with each.
    interface Step<T> {
        void take(T object) throws IOException;
    }

    /// Does it with all; the first failure ends it, and those under way are waited for.
    static <T> void each(Collection<T> objects, Step<T> step) throws IOException {
        if (objects.size() == 1) {
            step.take(objects.iterator().next());
            return;
        }
        Iterator<T> left = List.copyOf(objects).iterator();
        var failure = new AtomicReference<@Nullable Throwable>();
        List<Thread> lanes = new ArrayList<>();
        for (int lane = 0; lane < Math.min(LANES, objects.size()); lane++) {
            lanes.add(Thread.ofVirtual().name("wadachi-transfer-" + lane).start(() -> work(left, step, failure)));
        }
        join(lanes);
        switch (failure.get()) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private static <T> void work(Iterator<T> left, Step<T> step, AtomicReference<@Nullable Throwable> failure) {
        while (failure.get() == null) {
            T object;
            synchronized (left) {
                if (!left.hasNext()) {
                    return;
                }
                object = left.next();
            }
            try {
                step.take(object);
            } catch (Throwable e) { // It is thrown again where all of them are waited for.
                failure.compareAndSet(null, e);
            }
        }
    }

    private static void join(List<Thread> lanes) {
        boolean interrupted = false;
        for (Thread lane : lanes) {
            while (true) {
                try {
                    lane.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
