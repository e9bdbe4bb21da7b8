package dev.wadachi.table;

/// A value would not be kept as it is; the message says why, to stand behind the value. It is caught where the row and
/// the column are known.
final class InexactException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InexactException(String message) {
        super(message);
    }
}
