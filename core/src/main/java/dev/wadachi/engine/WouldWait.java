package dev.wadachi.engine;

/// A look-up needs the value of a task that is not settled yet, on a thread that must not wait.
final class WouldWait extends RuntimeException {

    private static final long serialVersionUID = 1;

    WouldWait() {
        super("a look-up would wait", null, false, false);
    }
}
