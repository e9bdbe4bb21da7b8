package dev.wadachi.model;

/// What turns rows of numbers into one answer a row. Immutable and thread-safe.
public sealed interface Predictor permits ColumnRule, LinearPredictor, TreePredictor {

    /// How many columns a row has.
    int width();

    /// One answer a row.
    double[] predict(Matrix rows);
}
