package dev.wadachi.cli.command;

/// What a user wrote and the command cannot take. The message says what, and what to write instead.
public final class BadInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }
}
