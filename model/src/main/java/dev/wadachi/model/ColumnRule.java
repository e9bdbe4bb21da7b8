package dev.wadachi.model;

/// The rule that the answer is what a column says: the last value, or the value of a season ago.
///
/// A rule is a model like any other: saved, loaded, served and compared.
public record ColumnRule() implements Predictor {

    @Override
    public int width() {
        return 1;
    }

    @Override
    public double[] predict(Matrix rows) {
        double[] answers = new double[rows.rows()];
        for (int row = 0; row < answers.length; row++) {
            answers[row] = rows.at(row, 0);
        }
        return answers;
    }
}
