/// Learners: from the rows of a table to a model.
///
/// - [Algorithm] is the catalogue: [LastValue], [SeasonalNaive], [Ridge], [Gbdt]. Their components are
///   hyperparameters, checked and written as on the command line: `gbdt(rate=0.1)`.
/// - [Formula] says which column is learned, from which others, in which unit.
/// - [Learner] is the open side: one written in a project is used like ours.
///
/// ```java
/// Formula formula = Formula.of("sales").from("lag_2", "lag_3", "store");
/// Model model = new Ridge(1).fit(rows, formula);
/// double[] demand = Predictions.of(model, nextWeek);
/// ```
///
/// The same rows, formula and algorithm give the same bytes, on any number of cores.
@NullMarked
@Behaviour(value = "learn", version = 1)
package dev.wadachi.learn;

import dev.wadachi.task.Behaviour;
import org.jspecify.annotations.NullMarked;
