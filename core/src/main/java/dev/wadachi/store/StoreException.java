package dev.wadachi.store;

/// A store refuses something: its message says what, where, and what to do.
public sealed class StoreException extends RuntimeException permits Declined {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }
}
