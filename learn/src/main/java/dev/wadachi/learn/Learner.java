package dev.wadachi.learn;

import dev.wadachi.model.Model;
import dev.wadachi.table.Table;

/// What makes a model from rows. Immutable and thread-safe; the same rows give the same model.
@FunctionalInterface
public interface Learner {

    /// A model of the formula's target.
    ///
    /// Rows whose target is missing are passed over: they are what is still to be predicted.
    ///
    /// @throws LearningException if the rows lack a column, or nothing can be learned from them
    Model fit(Table rows, Formula formula);
}
