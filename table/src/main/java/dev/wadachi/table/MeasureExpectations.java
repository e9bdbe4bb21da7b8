package dev.wadachi.table;

/// What a sum, a mean or a quantile of a column can be expected to be. Missing values count in none of them; NaN makes
/// each of them NaN, which lies within no bounds.
public final class MeasureExpectations {
    private final String what;
    private final String column;
    private final String aggregate;

    MeasureExpectations(String what, String column, String aggregate) {
        this.what = what;
        this.column = column;
        this.aggregate = aggregate;
    }

    /// It is at least `least` and at most `most`; an infinite bound leaves a side open.
    public TableExpectations between(double least, double most) {
        if (!(least <= most)) {
            throw new IllegalArgumentException("bounds must be least <= most, but were " + least + " and " + most);
        }
        return TableExpectations.of(new Rule.Measure(
                what + " is " + words(least, most),
                column,
                aggregate,
                ColumnExpectations.number(least),
                ColumnExpectations.number(most),
                // Sums of doubles may differ in their last digits from run to run.
                "format('{:.9g}', {value}) || CASE WHEN {value} < " + ColumnExpectations.number(least)
                        + " THEN '; the smallest are' ELSE '; the largest are' END"));
    }

    /// It is at least that.
    public TableExpectations atLeast(double least) {
        return between(least, Double.POSITIVE_INFINITY);
    }

    /// It is at most that.
    public TableExpectations atMost(double most) {
        return between(Double.NEGATIVE_INFINITY, most);
    }

    private static String words(double least, double most) {
        if (Double.isInfinite(most)) {
            return "at least " + least;
        }
        return Double.isInfinite(least) ? "at most " + most : "between " + least + " and " + most;
    }
}
