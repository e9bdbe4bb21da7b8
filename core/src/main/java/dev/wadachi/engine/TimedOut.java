package dev.wadachi.engine;

/// A body took longer than its task allows.
final class TimedOut extends RuntimeException {

    private static final long serialVersionUID = 1;

    TimedOut(Node node) {
        super("it took longer than the "
                + node.traits.limit().map(limit -> limit.toMillis() / 1000.0).orElse(0.0)
                + " s that its @Timeout allows");
    }
}
