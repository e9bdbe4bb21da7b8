package dev.wadachi.engine;

/// A lost value was computed again and is another one: the body that reads it was begun under wrong inputs.
final class UpstreamMoved extends RuntimeException {

    private static final long serialVersionUID = 1;

    UpstreamMoved(String upstream) {
        super("the lost value of " + upstream + " was computed again, and is another one");
    }
}
