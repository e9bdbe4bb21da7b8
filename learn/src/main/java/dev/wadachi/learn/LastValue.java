package dev.wadachi.learn;

import dev.wadachi.model.Model;
import dev.wadachi.table.Table;
import dev.wadachi.task.Default;

/// The rule that the next value is the last one known. What any forecast has to beat.
///
/// @param lag how many steps ago the last known value is: the forecast's horizon, at least 1. It is read from the
///     column [`lag_<lag>`][Lags]
public record LastValue(@Default("1") int lag) implements Algorithm {

    /// Checks the lag.
    public LastValue {
        Lags.column(lag);
    }

    @Override
    public Model fit(Table rows, Formula formula) {
        return LagRule.of(rows, formula, lag, this);
    }
}
