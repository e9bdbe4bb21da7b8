package dev.wadachi.evaluate;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/// A backtest that walks through time: each target is forecast from what was known a horizon before it.
///
/// Never shuffled: a random split would let a model learn from days after the one that it is tested on.
/// Source: L. Tashman, *Out-of-sample tests of forecasting accuracy*, International Journal of Forecasting 16 (2000).
///
/// @param first the first target
/// @param last the last target, not before the first
/// @param step from one target to the next, longer than nothing
/// @param horizon from the last known day to the target, longer than nothing
public record RollingOrigin(LocalDate first, LocalDate last, Period step, Period horizon) {

    /// Checks the order of days.
    public RollingOrigin {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the last target " + last + " lies before the first, " + first);
        }
        if (!first.plus(step).isAfter(first)) {
            throw new IllegalArgumentException("the step must lead forward, but was " + step);
        }
        if (!first.plus(horizon).isAfter(first)) {
            throw new IllegalArgumentException("the horizon must lead forward, but was " + horizon);
        }
    }

    /// Week by week.
    ///
    /// @param horizon in weeks, at least 1
    public static RollingOrigin weekly(LocalDate first, LocalDate last, int horizon) {
        return new RollingOrigin(first, last, Period.ofWeeks(1), Period.ofWeeks(horizon));
    }

    /// One fold a target, in the order of time.
    public List<Fold> folds() {
        return first.datesUntil(last.plusDays(1), step)
                .map(target -> new Fold(target.minus(horizon), target))
                .toList();
    }
}
