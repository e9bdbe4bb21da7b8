package dev.wadachi.evaluate;

/// One number about the errors of a forecast; 0 is perfect, less is better.
public enum RegressionMetric {
    /// The mean absolute error, in units of the target.
    MAE {
        @Override
        double value(double[] actual, double[] predicted) {
            return absolute(actual, predicted) / actual.length;
        }
    },
    /// The root of the mean squared error, in units of the target.
    RMSE {
        @Override
        double value(double[] actual, double[] predicted) {
            double sum = 0;
            for (int i = 0; i < actual.length; i++) {
                double error = predicted[i] - actual[i];
                sum += error * error;
            }
            return Math.sqrt(sum / actual.length);
        }
    },
    /// The mean of the absolute errors as shares of the actual values: 0.08 is eight per cent. Infinite or NaN where
    /// an actual value is 0; WAPE stands that.
    MAPE {
        @Override
        double value(double[] actual, double[] predicted) {
            double sum = 0;
            for (int i = 0; i < actual.length; i++) {
                sum += Math.abs(predicted[i] - actual[i]) / Math.abs(actual[i]);
            }
            return sum / actual.length;
        }
    },
    /// The sum of absolute errors as a share of the sum of actual values.
    WAPE {
        @Override
        double value(double[] actual, double[] predicted) {
            double sum = 0;
            for (double value : actual) {
                sum += Math.abs(value);
            }
            return absolute(actual, predicted) / sum;
        }
    };

    /// The metric for these values and forecasts, pair by pair.
    ///
    /// @throws IllegalArgumentException if there are none, or not as many of the one as of the other
    public double of(double[] actual, double[] predicted) {
        if (actual.length != predicted.length || actual.length == 0) {
            throw new IllegalArgumentException(name() + " needs as many forecasts as values, and at least one, but has "
                    + predicted.length + " for " + actual.length);
        }
        return value(actual, predicted);
    }

    abstract double value(double[] actual, double[] predicted);

    private static double absolute(double[] actual, double[] predicted) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += Math.abs(predicted[i] - actual[i]);
        }
        return sum;
    }
}
