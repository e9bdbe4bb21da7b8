package dev.wadachi.model;

/// A model that cannot be read, or rows that do not fit a model.
public final class ModelException extends RuntimeException {

    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
