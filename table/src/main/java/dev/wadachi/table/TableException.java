package dev.wadachi.table;

/// Says what is wrong with a table, a file or a query: what happened, where, and what to do next.
///
/// Its message is written for the person who wrote the task; it is never a defect of Wadachi.
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TableException(String message) {
        super(message);
    }

    /// Words for people in place of DuckDB's, which would be told as well if they were the cause: they go on with
    /// advice about options that nobody here can set.
    static TableException insteadOf(TableException failure, String message) {
        TableException told = new TableException(message);
        told.addSuppressed(failure);
        return told;
    }

    TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
