package dev.wadachi.engine;

/// A body returned nothing.
final class NoValue extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoValue() {
        super("its run method returned null; return a value, or new Done() if it only acts");
    }
}
