package dev.wadachi.command;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/// A program failed, or did not leave what it was to leave. Nothing of it was kept.
///
/// Its message says what happened, the last lines that the program said, the command as one could type it, and where
/// its files are. Secrets of the command are masked in it.
public final class CommandFailed extends IOException {

    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final List<String> lastLines;

    CommandFailed(String message, int exitCode, List<String> lastLines) {
        super(message);
        this.exitCode = exitCode;
        this.lastLines = List.copyOf(lastLines);
    }

    /// The program's exit code; empty if it could not be started, or was ended from here. 0 if it ended well, and
    /// only what it left was not as declared.
    public OptionalInt exitCode() {
        return exitCode < 0 ? OptionalInt.empty() : OptionalInt.of(exitCode);
    }

    /// What it said last, at most 20 lines.
    public List<String> lastLines() {
        return lastLines;
    }
}
