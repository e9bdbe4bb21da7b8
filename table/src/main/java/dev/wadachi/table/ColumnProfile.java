package dev.wadachi.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the values of one column are like.
///
/// @param column    name and type
/// @param nulls     how many values are missing
/// @param notFinite how many are NaN or infinite; they count in nothing below
/// @param distinct  how many different values there are: exact up to 200,000 rows and for texts of up to 10,000
///     different
///     values, else within a few percent ([TableProfile#isDistinctExact])
/// @param range     the smallest and the largest value as texts; empty where there is none, or no order worth telling
/// @param mean      of numbers
/// @param quantiles of numbers: 41 of them, from the 0th percentile in steps of 2.5 to the 100th; empty for others
/// @param histogram how many values of the sample lie in each of 20 ranges of equal width from the smallest to the
///     largest
///     value: of numbers and times; empty for others
/// @param top       the most frequent values, the first first: of texts and logical values; empty where texts have more
///     than 10,000 different values
public record ColumnProfile(
        Column column,
        long nulls,
        long notFinite,
        long distinct,
        Optional<Range> range,
        OptionalDouble mean,
        List<Double> quantiles,
        List<Long> histogram,
        List<Frequency> top) {

    /// How many parts the quantiles cut the values into.
    static final int PARTS = 40;

    /// How many of the most frequent values are kept.
    static final int MOST = 50;

    /// The smallest and the largest value, as SQL prints them.
    public record Range(String least, String most) {}

    /// A value and how often it occurs.
    public record Frequency(String value, long count) {}

    public ColumnProfile {
        quantiles = List.copyOf(quantiles);
        histogram = List.copyOf(histogram);
        top = List.copyOf(top);
    }

    /// Returns the name of the column.
    public String name() {
        return column.name();
    }

    /// Returns the median of numbers.
    public OptionalDouble median() {
        return quantiles.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(quantiles.get(PARTS / 2));
    }

    /// Tells whether [#top] holds every value that occurs.
    public boolean isTopComplete() {
        return !top.isEmpty() && top.size() == distinct;
    }
}
