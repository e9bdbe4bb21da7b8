package dev.wadachi.learn;

/// Rows from which nothing can be learned as asked. The message says what to change.
public final class LearningException extends RuntimeException {

    LearningException(String message) {
        super(message);
    }

    LearningException(String message, Throwable cause) {
        super(message, cause);
    }
}
