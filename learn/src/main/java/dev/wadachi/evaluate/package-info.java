/// How good a model is: metrics, and splits that keep the future out of training.
///
/// - [RollingOrigin] lays out the days of a backtest; each [Fold] is one cut between what was known and what came.
/// - [RegressionMetric] is one number about errors: MAE, RMSE, MAPE, WAPE.
/// - [RegressionScore] is all of them at once.
///
/// ```java
/// for (Fold fold : RollingOrigin.weekly(first, last, 2).folds()) {
///     Model model = algorithm.fit(fold.training(rows, "week"), formula);
///     Table test = fold.test(rows, "week");
///     RegressionScore score = RegressionScore.of(test.doubles("sales"), Predictions.of(model, test));
/// }
/// ```
@NullMarked
@Behaviour(value = "learn", version = 1)
package dev.wadachi.evaluate;

import dev.wadachi.task.Behaviour;
import org.jspecify.annotations.NullMarked;
