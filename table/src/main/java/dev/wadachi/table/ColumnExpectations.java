package dev.wadachi.table;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What one column can be expected to be. Except for [#notNull], a missing value meets each of these.
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

    private TableExpectations between(String least, String most, String leastSql, String mostSql) {
        return eachRow(
                "is between " + least + " and " + most,
                "NOT (" + quoted() + " BETWEEN " + leastSql + " AND " + mostSql + ")");
    }

    private static String day(LocalDate day) {
        String text = day.equals(LocalDate.MAX) ? "infinity" : day.equals(LocalDate.MIN) ? "-infinity" : day.toString();
        return "DATE '" + text + "'";
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "CAST('" + value + "' AS DOUBLE)" : "CAST(" + value + " AS DOUBLE)";
    }

    private TableExpectations eachRow(String sentence, String otherwise) {
        return TableExpectations.of(new Rule.EachRow(column + " " + sentence, column, otherwise));
    }

    private String quoted() {
        return Names.quoted(column);
    }
}
