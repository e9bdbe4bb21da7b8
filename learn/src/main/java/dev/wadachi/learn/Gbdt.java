package dev.wadachi.learn;

import dev.wadachi.model.Field;
import dev.wadachi.model.Model;
import dev.wadachi.model.TreePredictor;
import dev.wadachi.table.Table;
import dev.wadachi.task.Default;

/// Gradient-boosted regression trees for the squared error, by XGBoost.
///
/// Texts become the place of their category; a missing input goes, at each split, where it fits best. Trained on one
/// thread, because tasks run side by side; the same rows and parameters give the same bytes.
///
/// Source: T. Chen and C. Guestrin, *XGBoost: A Scalable Tree Boosting System*, KDD 2016; XGBoost 2.1.4, method
/// `hist`.
///
/// @param rounds how many trees, at least 1
/// @param rate how much of each tree's answer is taken, above 0 and at most 1 (XGBoost's `eta`)
/// @param depth how many splits lie above a leaf at most, 1 to 16 (`max_depth`)
/// @param leafWeight how much weight a leaf has at least: a number of rows, where rows weigh 1 (`min_child_weight`)
/// @param penalty on the squares of the leaves' answers, 0 or more (`lambda`)
/// @param rowShare the share of rows that each tree sees, above 0 and at most 1 (`subsample`)
/// @param columnShare the share of columns that each tree sees, above 0 and at most 1 (`colsample_bytree`)
/// @param seed for drawing rows and columns
public record Gbdt(
        @Default("200") int rounds,
        @Default("0.1") double rate,
        @Default("6") int depth,
        @Default("1.0") double leafWeight,
        @Default("1.0") double penalty,
        @Default("1.0") double rowShare,
        @Default("1.0") double columnShare,
        @Default("0") long seed)
        implements Algorithm {

    /// Checks the hyperparameters.
    public Gbdt {
        Range.of("rounds", rounds).atLeast(1);
        Range.of("rate", rate).above(0).atMost(1);
        Range.of("depth", depth).atLeast(1).atMost(16);
        Range.of("leafWeight", leafWeight).atLeast(0);
        Range.of("penalty", penalty).atLeast(0);
        Range.of("rowShare", rowShare).above(0).atMost(1);
        Range.of("columnShare", columnShare).above(0).atMost(1);
    }

    /// With the values that the command line takes where it says nothing.
    public Gbdt() {
        this(200, 0.1, 6, 1, 1, 1, 1, 0);
    }

    /// With another number of trees.
    public Gbdt withRounds(int rounds) {
        return new Gbdt(rounds, rate, depth, leafWeight, penalty, rowShare, columnShare, seed);
    }

    /// With another rate.
    public Gbdt withRate(double rate) {
        return new Gbdt(rounds, rate, depth, leafWeight, penalty, rowShare, columnShare, seed);
    }

    /// With another depth.
    public Gbdt withDepth(int depth) {
        return new Gbdt(rounds, rate, depth, leafWeight, penalty, rowShare, columnShare, seed);
    }

    @Override
    public Model fit(Table rows, Formula formula) {
        TrainingSet training = TrainingSet.of(rows, formula, TrainingSet.Categories.ORDINAL);
        TreePredictor trees = TreePredictor.ofXgboostJson(Xgboost.train(training, this, Xgboost.ONE_THREAD));
        return training.describe(Model.of(Field.number(formula.target()), training.preprocessing(), trees), this);
    }
}
