package dev.wadachi.json;

/// Text that is not JSON, or JSON that is not of the expected form.
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }
}
