package dev.wadachi.engine.worker;

/// What a body may report, in whichever process it runs.
public final class Reported {

    private static final int LONGEST_NAME = 250;

    private Reported() {}

    /// The name of a metric, if it is one.
    ///
    /// @throws IllegalArgumentException if it is blank or too long
    public static String name(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a metric's name has 1 to " + LONGEST_NAME + " characters, but this has "
                    + name.length() + ": '" + name + "'");
        }
        return name;
    }

    /// The position in a series.
    ///
    /// @throws IllegalArgumentException if it is negative
    public static long step(String name, long step) {
        if (step < 0) {
            throw new IllegalArgumentException("the step of metric " + name + " must be at least 0, but was " + step);
        }
        return step;
    }

    /// How far a body is.
    ///
    /// @throws IllegalArgumentException if it is no share
    public static double share(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("progress is a share from 0 to 1, but was " + share);
        }
        return share;
    }
}
