package dev.wadachi.cli.view;

/// A query names a run or parameters for which a task has no result. The message says which there are.
public final class NoSuchTable extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    NoSuchTable(String message) {
        super(message);
    }
}
