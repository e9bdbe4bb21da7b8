package dev.wadachi.cli;

/// What a user wrote and the command cannot take. The message says what, and what to write instead.
final class BadInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }
}
