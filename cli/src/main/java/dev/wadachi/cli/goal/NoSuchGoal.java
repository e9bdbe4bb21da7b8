package dev.wadachi.cli.goal;

/// A goal that cannot be had as it was named. The message says what there is.
public final class NoSuchGoal extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    NoSuchGoal(String message) {
        super(message);
    }
}
