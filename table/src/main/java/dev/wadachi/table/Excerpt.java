package dev.wadachi.table;

/// Shows a query in a message, and a place in it.
final class Excerpt {
    private Excerpt() {}

    /// The whole query, two blanks to the right.
    static String indented(String sql) {
        return sql.indent(2).stripTrailing();
    }

    /// The line of the place, with its number when there are several and a caret below the place.
    static String at(String sql, int place) {
        int start = sql.lastIndexOf('\n', place - 1) + 1;
        int end = sql.indexOf('\n', place);
        String line = sql.substring(start, end < 0 ? sql.length() : end);
        long number = sql.substring(0, start).chars().filter(character -> character == '\n').count() + 1;
        String prefix = sql.contains("\n") ? "  line " + number + ": " : "  ";
        return prefix + line + "\n" + " ".repeat(prefix.length() + place - start) + "^";
    }
}
