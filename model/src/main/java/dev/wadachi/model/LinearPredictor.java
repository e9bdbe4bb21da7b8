package dev.wadachi.model;

import java.util.List;

/// A weighted sum of the columns. A row with a missing value is answered with NaN.
///
/// The sum is made from the intercept on, in the order of the columns, without fused operations, so that it has the
/// same bits everywhere.
///
/// @param intercept the answer where all columns are 0
/// @param weights one a column
public record LinearPredictor(double intercept, List<Double> weights) implements Predictor {

    /// Copies the weights.
    public LinearPredictor {
        weights = List.copyOf(weights);
    }

    @Override
    public int width() {
        return weights.size();
    }

    @Override
    public double[] predict(Matrix rows) {
        double[] factors = weights.stream().mapToDouble(Double::doubleValue).toArray();
        double[] answers = new double[rows.rows()];
        for (int row = 0; row < answers.length; row++) {
            double sum = intercept;
            for (int column = 0; column < factors.length; column++) {
                sum += factors[column] * rows.at(row, column);
            }
            answers[row] = sum;
        }
        return answers;
    }
}
