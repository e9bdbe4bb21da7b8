package dev.wadachi.testkit;

/// An upstream failed while a body loaded it; the cause is what its body threw.
public final class DirectFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DirectFailure(String message, Throwable cause) {
        super(message, cause);
    }

    DirectFailure(String message) {
        super(message);
    }
}
