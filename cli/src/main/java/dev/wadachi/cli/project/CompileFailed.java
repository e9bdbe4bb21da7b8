package dev.wadachi.cli.project;

/// Sources that do not compile. The message is the compiler's own, with file and line.
public final class CompileFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    CompileFailed(String diagnostics) {
        super(diagnostics);
    }
}
