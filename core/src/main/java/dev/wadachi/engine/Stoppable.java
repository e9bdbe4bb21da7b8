package dev.wadachi.engine;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A stretch of user code that can be told to stop by an interrupt, and left behind if it does not answer.
///
/// Interrupts reach only the user's code: after it, where the thread writes to the store, an interrupt would close
/// files that other bodies share. Thread-safe.
final class Stoppable {

    /// Why a body was told to stop.
    enum Reason {
        /// It took longer than its time limit.
        TIMEOUT,
        /// The run was stopped.
        CANCELLED
    }

    private enum State {
        OUTSIDE,
        INSIDE,
        LEFT_BEHIND
    }

    private final Thread thread = Thread.currentThread();
    private State state = State.OUTSIDE;
    private @Nullable Reason reason;

    /// The user's code begins, on the thread that made this.
    ///
    /// @throws InterruptedException if it was told to stop before
    synchronized void enter() throws InterruptedException {
        if (reason != null) {
            throw new InterruptedException("stopped before it began");
        }
        state = State.INSIDE;
    }

    /// The user's code ended.
    ///
    /// @return whether anybody still wants what it gave: not if it was left behind
    synchronized boolean leave() {
        boolean wanted = state == State.INSIDE;
        if (wanted) {
            state = State.OUTSIDE;
        }
        // An interrupt that the code did not notice must not reach what follows.
        Thread.interrupted();
        return wanted;
    }

    /// Waits for something in a way that an interrupt may end.
    ///
    /// @throws InterruptedException if it was told to stop, before or meanwhile
    <T> T whileStoppable(Callable<T> waiting) throws Exception {
        enter();
        try {
            return waiting.call();
        } finally {
            leave();
        }
    }

    /// Tells the user's code to stop.
    synchronized void stop(Reason why) {
        if (reason == null) {
            reason = why;
            if (state == State.INSIDE) {
                thread.interrupt();
            }
        }
    }

    /// Gives up on user's code that does not answer.
    ///
    /// @return whether it was still inside: from now on, nobody wants what it gives
    synchronized boolean leaveBehind() {
        if (state != State.INSIDE) {
            return false;
        }
        state = State.LEFT_BEHIND;
        return true;
    }

    /// Whether it was given up: what it comes to is nobody's business any more.
    synchronized boolean isLeftBehind() {
        return state == State.LEFT_BEHIND;
    }

    /// Why it was told to stop, if it was.
    synchronized Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    /// Its thread's name, for messages.
    String threadName() {
        return thread.getName();
    }
}
