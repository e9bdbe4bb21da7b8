package dev.wadachi.learn;

/// How columns with earlier values are called.
public final class Lags {

    private Lags() {}

    /// The column that holds the value so many steps ago: `lag_2`.
    ///
    /// @param steps at least 1
    public static String column(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("a lag must be at least 1, but was " + steps);
        }
        return "lag_" + steps;
    }
}
