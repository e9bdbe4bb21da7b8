package dev.wadachi.learn;

import dev.wadachi.model.Model;
import dev.wadachi.table.Table;
import dev.wadachi.task.Default;

/// The rule that the next value is the one of a season ago.
///
/// @param season the length of a season in steps, at least 1: 52 weeks, 7 days. It is read from the column
///     [`lag_<season>`][Lags]
public record SeasonalNaive(@Default("52") int season) implements Algorithm {

    /// Checks the season.
    public SeasonalNaive {
        Lags.column(season);
    }

    @Override
    public Model fit(Table rows, Formula formula) {
        return LagRule.of(rows, formula, season, this);
    }
}
