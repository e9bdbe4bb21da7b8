package dev.wadachi.evaluate;

/// The usual numbers about the errors of a forecast. See [RegressionMetric] for what they mean.
///
/// @param mae mean absolute error, in units of the target
/// @param rmse root of the mean squared error, in units of the target
/// @param mape mean absolute error as a share of each value
/// @param wape sum of absolute errors as a share of the sum of values
/// @param rows how many forecasts were compared, at least 1
public record RegressionScore(double mae, double rmse, double mape, double wape, int rows) {

    /// The score of these forecasts, pair by pair.
    ///
    /// @throws IllegalArgumentException if there are none, or not as many of the one as of the other
    public static RegressionScore of(double[] actual, double[] predicted) {
        return new RegressionScore(
                RegressionMetric.MAE.of(actual, predicted),
                RegressionMetric.RMSE.of(actual, predicted),
                RegressionMetric.MAPE.of(actual, predicted),
                RegressionMetric.WAPE.of(actual, predicted),
                actual.length);
    }
}
