package dev.wadachi.store;

/// A store refuses something: its message says what, where, and what to do.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }
}
