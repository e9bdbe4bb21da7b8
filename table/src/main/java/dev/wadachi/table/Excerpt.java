package dev.wadachi.table;

import java.nio.charset.StandardCharsets;

/// Shows a query, a place in it, or some other text that may be long, in a message.
final class Excerpt {
    private static final int WIDEST = 120;

    private Excerpt() {}

    /// The whole query, two blanks to the right.
    static String indented(String sql) {
        return sql.indent(2).stripTrailing();
    }

    /// DuckDB counts the bytes of UTF-8 before a place; this counts characters.
    static int place(String sql, int bytes) {
        byte[] utf8 = sql.getBytes(StandardCharsets.UTF_8);
        return new String(utf8, 0, Math.min(bytes, utf8.length), StandardCharsets.UTF_8).length();
    }

    /// The line of the place, with its number when there are several and a caret below the place.
    static String at(String sql, int place) {
        int start = sql.lastIndexOf('\n', place - 1) + 1;
        int end = sql.indexOf('\n', place);
        String line = sql.substring(start, end < 0 ? sql.length() : end);
        long number = sql.substring(0, start)
                        .chars()
                        .filter(character -> character == '\n')
                        .count()
                + 1;
        String prefix = sql.contains("\n") ? "  line " + number + ": " : "  ";
        return prefix + line + "\n" + " ".repeat(prefix.length() + place - start) + "^";
    }

    static String shortened(String text) {
        String flat = text.strip();
        return flat.length() <= WIDEST ? flat : flat.substring(0, WIDEST) + "…";
    }
}
