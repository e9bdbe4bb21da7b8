package dev.wadachi.engine.worker;

/// A body returned nothing.
public final class NoValue extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Says so, and what to return.
    public NoValue() {
        super("its run method returned null; return a value, or new Done() if it only acts");
    }
}
