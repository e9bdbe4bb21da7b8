package dev.wadachi.data;

/// Data that cannot be added or brought back as it is; the message says what to do.
public final class DataProblem extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    DataProblem(String message) {
        super(message);
    }
}
