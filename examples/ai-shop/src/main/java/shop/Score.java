package shop;

import dev.wadachi.evaluate.RegressionScore;
import java.time.LocalDate;

/// How well a week was forecast.
///
/// @param algorithm who forecast
/// @param week the Monday of the week
/// @param mae mean absolute error, in pieces a week
/// @param rmse root of the mean squared error, in pieces a week
/// @param mape mean absolute error as a share of what was sold
/// @param wape sum of absolute errors as a share of all that was sold
record Score(String algorithm, LocalDate week, double mae, double rmse, double mape, double wape) {

    static Score of(String algorithm, LocalDate week, double[] sales, double[] forecast) {
        RegressionScore errors = RegressionScore.of(sales, forecast);
        return new Score(algorithm, week, errors.mae(), errors.rmse(), errors.mape(), errors.wape());
    }
}
