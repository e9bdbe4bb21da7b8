package dev.wadachi.cli.project;

/// Something about a project that its owner can mend. The message says what, where, and what to do.
public final class ProjectProblem extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public ProjectProblem(String message) {
        super(message);
    }
}
