package dev.wadachi.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// A table as text for people: names, types, some rows, and how many there are.
final class Preview {
    private static final int WIDEST = 40;
    private static final String GAP = "  ";

    private Preview() {}

    /// Rows with a line of names, a line of types, and how many rows there are; what does not fit is said below.
    ///
    /// @param width of a line, in columns of a terminal
    static String of(Table table, int limit, int width) {
        long rows = table.rows();
        List<Column> columns = table.schema().columns();
        List<List<String>> lines = lines(table, limit);
        int shown = shown(naturalWidths(lines, columns), width);
        return text(lines, columns.subList(0, shown), width) + "\n" + grouped(rows) + (rows == 1 ? " row" : " rows")
                + (rows > limit ? ", the first " + grouped(limit) + " are shown" : "")
                + leftOut(columns.subList(shown, columns.size())) + "\n";
    }

    /// Rows with a line of names and a line of types.
    static String rows(Table table, int limit) {
        return text(lines(table, limit), table.schema().columns(), TextWidth.UNLIMITED);
    }

    private static List<List<String>> lines(Table table, int limit) {
        List<Column> columns = table.schema().columns();
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(column -> flat(column.name())).toList());
        lines.add(columns.stream()
                .map(column -> column.type().sql().toLowerCase(Locale.ROOT))
                .toList());
        table.read(reader -> {
            lines.addAll(reader.texts(limit));
            return lines;
        });
        return lines;
    }

    private static int[] naturalWidths(List<List<String>> lines, List<Column> columns) {
        int[] widths = new int[columns.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(line.get(i)));
            }
        }
        return widths;
    }

    /// How many columns fit, cut as short as they may be; at least one.
    private static int shown(int[] natural, int width) {
        int shown = natural.length;
        while (shown > 1 && total(TextWidth.fitted(Arrays.copyOf(natural, shown), 0)) > width) {
            shown--;
        }
        return shown;
    }

    private static long total(int[] widths) {
        return Arrays.stream(widths).asLongStream().sum() + (long) GAP.length() * Math.max(0, widths.length - 1);
    }

    private static String text(List<List<String>> lines, List<Column> columns, int width) {
        int[] natural = naturalWidths(lines, columns);
        int[] widths = TextWidth.fitted(natural, width - GAP.length() * Math.max(0, columns.size() - 1));
        var text = new StringJoiner("\n");
        for (List<String> line : lines) {
            text.add(line(line, columns, widths));
        }
        return text.toString();
    }

    private static String leftOut(List<Column> columns) {
        return columns.isEmpty()
                ? ""
                : "; columns that do not fit: "
                        + columns.stream().map(column -> flat(column.name())).collect(Collectors.joining(", "));
    }

    /// A number with a comma after each three digits, in every locale.
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// A share in percent, with a digit behind the point below ten.
    static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.1 && share > 0 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    /// The only value of a table of one row and one column.
    static String only(Table table) {
        return table.read(reader -> reader.texts(1)).getFirst().getFirst();
    }

    /// Numbers stand at the right of their column, all else at the left.
    private static String line(List<String> cells, List<Column> columns, int[] widths) {
        var line = new StringJoiner(GAP);
        for (int i = 0; i < widths.length; i++) {
            String cell = TextWidth.cut(cells.get(i), Math.max(1, widths[i]));
            String space = " ".repeat(Math.max(0, widths[i] - TextWidth.of(cell)));
            line.add(columns.get(i).type().kind().isNumeric() ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }

    private static String flat(String text) {
        return text.replaceAll("\\R", "⏎");
    }

    /// A cell on one line and not too wide.
    static String cell(String text) {
        return TextWidth.cut(flat(text), WIDEST);
    }
}
