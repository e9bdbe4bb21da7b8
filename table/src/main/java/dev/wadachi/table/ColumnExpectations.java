package dev.wadachi.table;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What one column can be expected to be. Except for [#notNull] and [#missingAtMost], a missing value meets each of
/// these, and so does a column without any.
public final class ColumnExpectations {
    private final String column;

    ColumnExpectations(String column) {
        this.column = column;
    }

    /// No value is missing.
    public TableExpectations notNull() {
        return eachRow("is never missing", quoted() + " IS NULL");
    }

    /// Each value is at least `least` and at most `most`.
    public TableExpectations between(long least, long most) {
        return between(Long.toString(least), Long.toString(most), Long.toString(least), Long.toString(most));
    }

    /// Each value is at least `least` and at most `most`; NaN is not.
    public TableExpectations between(double least, double most) {
        if (Double.isNaN(least) || Double.isNaN(most)) {
            throw new IllegalArgumentException("bounds must be numbers, but were " + least + " and " + most);
        }
        return between(Double.toString(least), Double.toString(most), number(least), number(most));
    }

    /// Each value is on or after `first` and on or before `last`; `LocalDate.MIN` and `MAX` leave a side open.
    public TableExpectations between(LocalDate first, LocalDate last) {
        return between(first.toString(), last.toString(), day(first), day(last));
    }

    /// Each value is one of these.
    public TableExpectations inSet(String... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a set of values to expect has at least one");
        }
        String list = Arrays.stream(values).map(Names::literal).collect(Collectors.joining(", "));
        return eachRow(
                "is one of " + String.join(", ", values), "CAST(" + quoted() + " AS VARCHAR) NOT IN (" + list + ")");
    }

    /// Each value, as text, matches the regular expression from its first to its last character.
    ///
    /// @param regularExpression in the syntax of RE2
    public TableExpectations matches(String regularExpression) {
        return eachRow(
                "matches " + regularExpression,
                "NOT regexp_full_match(CAST(" + quoted() + " AS VARCHAR), " + Names.literal(regularExpression) + ")");
    }

    /// At most this share of the values is missing.
    ///
    /// @param share from 0 to 1
    public TableExpectations missingAtMost(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, but was " + share);
        }
        return TableExpectations.of(new Rule.Missing(column, share));
    }

    /// Begins an expectation of the sum of all numbers.
    public MeasureExpectations sum() {
        return measure("the sum of " + column, "sum");
    }

    /// Begins an expectation of the mean of all numbers.
    public MeasureExpectations mean() {
        return measure("the mean of " + column, "avg");
    }

    /// Begins an expectation of a quantile of the numbers, exact, interpolated between neighbours. All of them are held
    /// in memory to find it.
    ///
    /// @param share from 0 (the smallest) over 0.5 (the median) to 1 (the largest)
    public MeasureExpectations quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a quantile is at a share from 0 to 1, but this was at " + share);
        }
        return new MeasureExpectations(
                share == 0.5 ? "the median of " + column : "the " + share + " quantile of " + column,
                column,
                "quantile_cont(CAST(" + quoted() + " AS DOUBLE), " + share + ")");
    }

    /// The newest day is no older than that before another: relative to a date that is a parameter, never to now.
    ///
    /// @param when   the day that is reckoned from, such as the week of a forecast
    /// @param within how old the newest value may be then
    public TableExpectations fresh(LocalDate when, Period within) {
        return fresh("within " + text(within) + " of " + when, day(when.minus(within)));
    }

    /// The newest instant is no older than that before another: relative to a time that is a parameter, never to now.
    ///
    /// @param when   the instant that is reckoned from
    /// @param within how old the newest value may be then
    public TableExpectations fresh(Instant when, Duration within) {
        return fresh(
                "within " + within.toString().substring(2).toLowerCase(Locale.ROOT) + " of " + when,
                "TIMESTAMPTZ '" + when.minus(within) + "'");
    }

    /// Each value is less than that of another column in the same row.
    public TableExpectations lessThanColumn(String other) {
        return pair("is less than", other, "<");
    }

    /// Each value is at most that of another column in the same row.
    public TableExpectations atMostColumn(String other) {
        return pair("is at most", other, "<=");
    }

    /// Each value is that of another column in the same row.
    public TableExpectations equalToColumn(String other) {
        return pair("is equal to", other, "=");
    }

    /// No value is that of another column in the same row.
    public TableExpectations differentFromColumn(String other) {
        return pair("is different from", other, "<>");
    }

    private MeasureExpectations measure(String what, String function) {
        return new MeasureExpectations(what, column, function + "(CAST(" + quoted() + " AS DOUBLE))");
    }

    private TableExpectations fresh(String sentence, String oldest) {
        return TableExpectations.of(new Rule.Measure(
                "the newest " + column + " is " + sentence,
                column,
                "max(" + quoted() + ")",
                oldest,
                "'infinity'",
                "CAST({value} AS VARCHAR) || '; the newest are'"));
    }

    private static String text(Period period) {
        return period.getYears() == 0 && period.getMonths() == 0
                ? period.getDays() + (period.getDays() == 1 ? " day" : " days")
                : period.toString();
    }

    private TableExpectations pair(String relation, String other, String operator) {
        return TableExpectations.of(new Rule.EachRow(
                column + " " + relation + " " + other,
                List.of(column, other),
                "NOT (" + quoted() + " " + operator + " " + Names.quoted(other) + ")"));
    }

    private TableExpectations between(String least, String most, String leastSql, String mostSql) {
        return eachRow(
                "is between " + least + " and " + most,
                "NOT (" + quoted() + " BETWEEN " + leastSql + " AND " + mostSql + ")");
    }

    private static String day(LocalDate day) {
        String text = day.equals(LocalDate.MAX) ? "infinity" : day.equals(LocalDate.MIN) ? "-infinity" : day.toString();
        return "DATE '" + text + "'";
    }

    static String number(double value) {
        return Double.isInfinite(value) ? "CAST('" + value + "' AS DOUBLE)" : "CAST(" + value + " AS DOUBLE)";
    }

    private TableExpectations eachRow(String sentence, String otherwise) {
        return TableExpectations.of(new Rule.EachRow(column + " " + sentence, List.of(column), otherwise));
    }

    private String quoted() {
        return Names.quoted(column);
    }
}
