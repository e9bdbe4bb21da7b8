package dev.wadachi.cli;

import java.util.concurrent.atomic.AtomicReference;

/// How the command under way is stopped from outside: by a signal, or by a test.
final class Cancellation {

    private final AtomicReference<Runnable> action = new AtomicReference<>(Thread.currentThread()::interrupt);

    /// From now on, cancelling does this instead of interrupting the thread that made this.
    void means(Runnable instead) {
        action.set(instead);
    }

    void cancel() {
        action.get().run();
    }
}
