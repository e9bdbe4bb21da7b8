package dev.wadachi.cli.print;

import dev.wadachi.table.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Rows with their cells lined up: words to the left, numbers to the right.
public final class Columns {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9][0-9,]*(\\.[0-9]+)?([eE][+-]?[0-9]+)?%?|NaN|-?Infinity|");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final String GAP = "  ";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    private Columns(List<String> header) {
        this.header = header;
    }

    /// Rows under these headings.
    public static Columns headed(String... header) {
        return new Columns(List.of(header));
    }

    /// Rows under these headings.
    public static Columns headed(List<String> header) {
        return new Columns(List.copyOf(header));
    }

    /// Rows without headings.
    public static Columns plain() {
        return new Columns(List.of());
    }

    /// Adds a row.
    public Columns row(String... cells) {
        return row(List.of(cells));
    }

    /// Adds a row.
    public Columns row(List<String> cells) {
        rows.add(cells.stream().map(Columns::onOneLine).toList());
        return this;
    }

    /// A text with `⏎` for each of its line ends: a column's name may hold one.
    public static String onOneLine(String text) {
        return LINE_END.matcher(text).replaceAll("⏎");
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The lines, without blanks at their ends.
    public List<String> lines() {
        return lines(TextWidth.UNLIMITED);
    }

    /// Lines that fit a terminal: the widest cells are cut first.
    ///
    /// @param width columns of the terminal
    public List<String> lines(int width) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(header.size());
        int[] natural = new int[columns];
        List<Boolean> numeric = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            natural[column] = width(column);
            numeric.add(isNumeric(column));
        }
        int[] widths = TextWidth.fitted(natural, width - GAP.length() * Math.max(0, columns - 1));
        List<String> lines = new ArrayList<>();
        if (!header.isEmpty()) {
            lines.add(line(header, widths, numeric));
        }
        rows.forEach(row -> lines.add(line(row, widths, numeric)));
        return lines;
    }

    /// The lines, joined.
    public String text() {
        return text(TextWidth.UNLIMITED);
    }

    /// Lines that fit a terminal, joined.
    ///
    /// @param width columns of the terminal
    public String text(int width) {
        return String.join("\n", lines(width));
    }

    private int width(int column) {
        int widest = column < header.size() ? TextWidth.of(header.get(column)) : 0;
        for (List<String> row : rows) {
            widest = Math.max(widest, column < row.size() ? TextWidth.of(row.get(column)) : 0);
        }
        return widest;
    }

    private boolean isNumeric(int column) {
        return rows.stream()
                .allMatch(row ->
                        column >= row.size() || NUMBER.matcher(row.get(column)).matches());
    }

    private static String line(List<String> cells, int[] widths, List<Boolean> numeric) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = TextWidth.cut(cells.get(column), Math.max(1, widths[column]));
            String blanks = " ".repeat(Math.max(0, widths[column] - TextWidth.of(cell)));
            line.append(column == 0 ? "" : GAP).append(numeric.get(column) ? blanks + cell : cell + blanks);
        }
        return line.toString().stripTrailing();
    }
}
