package dev.wadachi.cli.view;

import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.print.ValueText;
import dev.wadachi.table.ColumnProfile;
import dev.wadachi.table.TableProfile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A profile for the terminal: a line for each column, its distribution drawn with blocks.
public final class ProfileText {

    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final int NAMED = 3;
    private static final int LONG = 24;

    private ProfileText() {}

    public static List<String> lines(TableProfile profile) {
        Columns columns =
                Columns.headed("column", "type", "missing", "distinct", "least", "median", "mean", "most", "values");
        for (ColumnProfile column : profile.columns()) {
            columns.row(
                    column.name(),
                    column.column().type().sql().toLowerCase(Locale.ROOT),
                    Long.toString(column.nulls()),
                    profile.isDistinctExact(column)
                            ? Long.toString(column.distinct())
                            : Quantity.about(column.distinct()),
                    column.range().map(range -> shortened(range.least())).orElse(""),
                    column.median().isPresent()
                            ? ValueText.number(column.median().getAsDouble())
                            : "",
                    column.mean().isPresent() ? ValueText.number(column.mean().getAsDouble()) : "",
                    column.range().map(range -> shortened(range.most())).orElse(""),
                    values(column, profile.rows()));
        }
        return columns.lines();
    }

    private static String values(ColumnProfile column, long rows) {
        return column.histogram().isEmpty()
                ? column.top().stream()
                        .limit(NAMED)
                        .map(value -> shortened(value.value()) + " " + Math.round(100.0 * value.count() / rows) + "%")
                        .collect(Collectors.joining(", "))
                : blocks(column.histogram());
    }

    /// A bar for each range; what is not there is blank, and what is there is seen.
    static String blocks(List<Long> histogram) {
        long most = histogram.stream().mapToLong(Long::longValue).max().orElse(0);
        StringBuilder blocks = new StringBuilder();
        for (long count : histogram) {
            int height = (int) Math.ceil((double) count * BLOCKS.length() / Math.max(1, most));
            blocks.append(height == 0 ? ' ' : BLOCKS.charAt(height - 1));
        }
        return blocks.toString().stripTrailing();
    }

    private static String shortened(String text) {
        return text.length() <= LONG ? text : text.substring(0, LONG - 1) + "…";
    }
}
