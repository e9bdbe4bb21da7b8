package dev.wadachi.learn;

import dev.wadachi.model.Field;
import dev.wadachi.model.LinearPredictor;
import dev.wadachi.model.Model;
import dev.wadachi.table.Table;
import dev.wadachi.task.Default;
import java.util.Arrays;

/// Ridge regression: the linear model with the smallest Σ w (y − a − x·b)² + penalty · |b|².
///
/// The intercept a is not penalised; texts become one column a category; rows with a missing input are passed over.
/// Solved in closed form by Cholesky's decomposition in `double`, in a fixed order. Inputs are taken as they are:
/// bring them to similar sizes, or the penalty falls on the small ones.
///
/// Source: A. Hoerl and R. Kennard, *Ridge Regression: Biased Estimation for Nonorthogonal Problems*, Technometrics
/// 12 (1970). Checked against scikit-learn 1.2.1.
///
/// @param penalty 0 or more; 0 is ordinary least squares
public record Ridge(@Default("1.0") double penalty) implements Algorithm {

    /// Checks the penalty.
    public Ridge {
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("penalty must be 0 or more, but was " + penalty);
        }
    }

    @Override
    public Model fit(Table rows, Formula formula) {
        TrainingSet training =
                TrainingSet.of(rows, formula, TrainingSet.Categories.ONE_HOT).withoutMissingInputs();
        double[] weights = new double[training.width()];
        double intercept = new RidgeEquations(training, penalty).solve(weights);
        LinearPredictor predictor =
                new LinearPredictor(intercept, Arrays.stream(weights).boxed().toList());
        return training.describe(Model.of(Field.number(formula.target()), training.preprocessing(), predictor), this);
    }
}
