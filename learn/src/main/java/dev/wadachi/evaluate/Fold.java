package dev.wadachi.evaluate;

import dev.wadachi.table.Table;
import java.time.LocalDate;

/// One cut of a backtest: what was known on the day of the forecast, and the day that it is about.
///
/// @param known the last day whose rows may be trained on
/// @param target the day that is forecast, after `known`
public record Fold(LocalDate known, LocalDate target) {

    /// Checks that the future stays the future.
    public Fold {
        if (!known.isBefore(target)) {
            throw new IllegalArgumentException(
                    "the last known day must lie before the target, but was " + known + " for " + target);
        }
    }

    /// The rows that were known.
    ///
    /// @param time the column with the day of each row
    public Table training(Table rows, String time) {
        return rows.sql("select * from this where " + quoted(time) + " <= date '" + known + "'");
    }

    /// The rows to forecast.
    ///
    /// @param time the column with the day of each row
    public Table test(Table rows, String time) {
        return rows.sql("select * from this where " + quoted(time) + " = date '" + target + "'");
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }
}
