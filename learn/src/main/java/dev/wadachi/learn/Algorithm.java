package dev.wadachi.learn;

/// A learner of the catalogue, with its hyperparameters. Written as on the command line: `ridge(penalty=10)`.
public sealed interface Algorithm extends Learner permits LastValue, SeasonalNaive, Ridge, Gbdt {

    /// The shortest text that the command line reads as this algorithm: `gbdt`, `gbdt(rate=0.05)`.
    default String text() {
        return AlgorithmText.of(this);
    }
}
