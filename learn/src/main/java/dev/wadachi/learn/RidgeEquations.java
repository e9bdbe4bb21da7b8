package dev.wadachi.learn;

/// The normal equations of ridge regression over centred columns: (XᵀWX + λI) b = XᵀWy.
final class RidgeEquations {

    private final TrainingSet training;
    private final double[] means;
    private final double targetMean;
    private final double[][] left;
    private final double[] right;

    RidgeEquations(TrainingSet training, double penalty) {
        this.training = training;
        int width = training.width();
        double total = 0;
        double target = 0;
        this.means = new double[width];
        for (int row = 0; row < training.rows(); row++) {
            double weight = training.weight(row);
            total += weight;
            target += weight * training.target(row);
            for (int column = 0; column < width; column++) {
                means[column] += weight * training.at(row, column);
            }
        }
        for (int column = 0; column < width; column++) {
            means[column] /= total;
        }
        this.targetMean = target / total;
        this.left = new double[width][width];
        this.right = new double[width];
        accumulate(penalty);
    }

    /// Fills in the lower triangle, which is all that Cholesky's decomposition reads.
    private void accumulate(double penalty) {
        int width = right.length;
        double[] centred = new double[width];
        for (int row = 0; row < training.rows(); row++) {
            double weight = training.weight(row);
            for (int column = 0; column < width; column++) {
                centred[column] = training.at(row, column) - means[column];
            }
            double target = weight * (training.target(row) - targetMean);
            for (int i = 0; i < width; i++) {
                right[i] += centred[i] * target;
                double weighted = weight * centred[i];
                for (int j = 0; j <= i; j++) {
                    left[i][j] += weighted * centred[j];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            left[i][i] += penalty;
        }
    }

    /// Writes the coefficients into `solution` and returns the intercept.
    double solve(double[] solution) {
        Cholesky.decompose(left);
        double[] coefficients = Cholesky.solve(left, right);
        double intercept = targetMean;
        for (int column = 0; column < coefficients.length; column++) {
            solution[column] = coefficients[column];
            intercept -= coefficients[column] * means[column];
        }
        return intercept;
    }
}
