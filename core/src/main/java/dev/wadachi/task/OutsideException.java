package dev.wadachi.task;

/// Something outside cannot be read or written as it is, and a person can mend that: nothing is published under the
/// name, no such resource is configured, a setting is wrong.
///
/// Its message says what, where and what to do, and is all that `wadachi` prints: no stack trace. Sources and sinks of
/// one's own may throw it as Wadachi's do.
public final class OutsideException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Refuses with these words for people.
    public OutsideException(String message) {
        super(message);
    }

    /// Refuses with these words for people, because of what was thrown.
    public OutsideException(String message, Throwable cause) {
        super(message, cause);
    }
}
