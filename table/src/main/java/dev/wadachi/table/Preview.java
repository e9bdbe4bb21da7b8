package dev.wadachi.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/// A table as text for people: names, types, some rows, and how many there are.
final class Preview {
    private static final int WIDEST = 40;

    private Preview() {}

    /// Rows with a line of names, a line of types, and how many rows there are.
    static String of(Table table, int limit) {
        long rows = table.rows();
        return rows(table, limit) + "\n" + grouped(rows) + (rows == 1 ? " row" : " rows")
                + (rows > limit ? ", the first " + grouped(limit) + " are shown" : "") + "\n";
    }

    /// Rows with a line of names and a line of types.
    static String rows(Table table, int limit) {
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
        int[] widths = new int[columns.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        var text = new StringJoiner("\n");
        for (List<String> line : lines) {
            text.add(line(line, columns, widths));
        }
        return text.toString();
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
        var line = new StringJoiner("  ");
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            line.add(columns.get(i).type().kind().isNumeric() ? space + cells.get(i) : cells.get(i) + space);
        }
        return line.toString().stripTrailing();
    }

    private static String flat(String text) {
        return text.replaceAll("\\R", "⏎");
    }

    /// A cell on one line and not too wide.
    static String cell(String text) {
        String flat = flat(text);
        return flat.length() <= WIDEST ? flat : flat.substring(0, WIDEST - 1) + "…";
    }
}
