package dev.wadachi.model;

/// In which unit the predictor answers.
public sealed interface Scale {

    /// The predictor's answer is the model's.
    record Absolute() implements Scale {}

    /// The predictor answers with a ratio to an input: `1.2` is one fifth more than the column says.
    ///
    /// So one set of trees learns from series of very different sizes.
    ///
    /// @param column a number among the inputs
    record RelativeTo(String column) implements Scale {}
}
