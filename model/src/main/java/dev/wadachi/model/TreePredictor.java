package dev.wadachi.model;

import java.util.List;

/// The regression trees that XGBoost trained, walked in plain Java.
///
/// XGBoost starts from its base score and adds the leaf of each tree, in the order of the trees, in `float`. The same
/// is done here, so the answers equal those of the native library bit for bit. A missing value (NaN) goes where the
/// training sent it.
///
/// Source: T. Chen and C. Guestrin, *XGBoost: A Scalable Tree Boosting System*, KDD 2016; the file format is that of
/// <https://xgboost.readthedocs.io/en/release_2.1.0/tutorials/saving_model.html>.
public final class TreePredictor implements Predictor {

    private final byte[] booster;
    private final int width;
    private final float baseScore;
    private final List<Tree> trees;

    private TreePredictor(byte[] booster, int width, float baseScore, List<Tree> trees) {
        this.booster = booster;
        this.width = width;
        this.baseScore = baseScore;
        this.trees = trees;
    }

    /// The trees in a model file that XGBoost 2 saved as JSON.
    ///
    /// @throws ModelException if it is no such file, or one that needs what is not read yet: another objective than
    ///     a plain regression, several outputs, categorical splits, linear or dart boosters
    public static TreePredictor ofXgboostJson(byte[] booster) {
        XgboostJson file = XgboostJson.read(booster);
        return new TreePredictor(booster.clone(), file.width(), file.baseScore(), file.trees());
    }

    /// The file that the trees came from, unchanged.
    public byte[] xgboostJson() {
        return booster.clone();
    }

    /// How many trees there are.
    public int size() {
        return trees.size();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public double[] predict(Matrix rows) {
        float[] values = rows.floats();
        double[] answers = new double[rows.rows()];
        for (int row = 0; row < answers.length; row++) {
            float sum = baseScore;
            for (Tree tree : trees) {
                sum += tree.leaf(values, row * width);
            }
            answers[row] = sum;
        }
        return answers;
    }
}
