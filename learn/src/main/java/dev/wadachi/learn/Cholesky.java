package dev.wadachi.learn;

/// Cholesky's decomposition A = LLᵀ of a symmetric, positive definite matrix, of which the lower triangle is given.
final class Cholesky {

    /// A pivot that lost this share of its size to the columns before it was nothing but rounding.
    private static final double DEPENDENT = 1e-12;

    private Cholesky() {}

    /// Replaces the lower triangle by that of L.
    static void decompose(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            double diagonal = matrix[i][i];
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                if (j < i) {
                    matrix[i][j] = sum / matrix[j][j];
                } else if (sum > DEPENDENT * diagonal) {
                    matrix[i][i] = Math.sqrt(sum);
                } else {
                    throw new LearningException(
                            "Column " + (i + 1) + " of the inputs is constant, or a sum of the"
                                    + " others, so its weight is not determined. Leave it out, or give ridge a penalty above 0.");
                }
            }
        }
    }

    /// The x of LLᵀx = b.
    static double[] solve(double[][] lower, double[] right) {
        int size = right.length;
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
