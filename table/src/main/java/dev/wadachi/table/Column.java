package dev.wadachi.table;

/// A column of a table: its name and its type.
public record Column(String name, ColumnType type) {
    public Column {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column of type " + type + " has no name; give it one");
        }
    }
}
