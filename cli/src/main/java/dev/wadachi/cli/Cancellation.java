package dev.wadachi.cli;

/// How the command under way is stopped from outside: by a signal, or by a test.
final class Cancellation {

    private volatile Runnable action = Thread.currentThread()::interrupt;

    /// From now on, cancelling does this instead of interrupting the thread that made this.
    void means(Runnable instead) {
        action = instead;
    }

    void cancel() {
        action.run();
    }
}
