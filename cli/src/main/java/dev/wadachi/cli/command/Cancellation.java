package dev.wadachi.cli.command;

import dev.wadachi.engine.Event;
import dev.wadachi.engine.Listener;

/// How the command under way is stopped from outside: by a signal, or by a test.
///
/// The word is kept: one that comes between two steps of a command, when nothing listens, stops the run as soon as it
/// has started.
public final class Cancellation {

    private volatile boolean isAsked;
    private volatile Runnable notice = () -> {};
    private volatile Runnable action = Thread.currentThread()::interrupt;

    /// From now on, cancelling does this instead of interrupting the thread that made this.
    ///
    /// @param told says so
    /// @param instead stops the run that is under way, and may be done twice
    public void means(Runnable told, Runnable instead) {
        notice = told;
        action = instead;
    }

    /// Whether the word to stop was given.
    public boolean isAsked() {
        return isAsked;
    }

    public void cancel() {
        isAsked = true;
        notice.run();
        action.run();
    }

    /// A listener that passes everything on, and stops a run that starts after the word was given.
    public Listener watching(Listener listener) {
        return new Listener() {
            @Override
            public void on(Event event) {
                listener.on(event);
                if (isAsked && event instanceof Event.RunStarted) {
                    action.run();
                }
            }

            @Override
            public void tick() {
                listener.tick();
            }
        };
    }
}
