package dev.wadachi.table;

import dev.wadachi.table.ColumnType.Kind;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Published;
import dev.wadachi.task.PublishedName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A table that another project published, with the columns that are needed of it.
///
/// ```java
/// Task<Table> forecast = PublishedTable.of("shop/forecast")
///         .has("store", Kind.TEXT)
///         .has("cans", Kind.FLOATING);
/// ```
///
/// A version that lacks a column, or has it of another kind, is refused before anything downstream runs; the message
/// names the project, the goal and the version. Other columns may be there. Nothing is copied: the value is the
/// published file itself. Immutable.
///
/// @param published under which name
/// @param version a version that never moves; the newest that stands if none is named
/// @param columns the columns that are needed, with what they hold
public record PublishedTable(PublishedName published, Optional<Integer> version, Map<String, Kind> columns)
        implements Published<Table> {

    /// Keeps an unmodifiable copy.
    public PublishedTable {
        columns = Map.copyOf(columns);
    }

    /// The newest version of a table, whatever its columns.
    ///
    /// @param name such as `shop/forecast`
    /// @throws IllegalArgumentException if it is no such name
    public static PublishedTable of(String name) {
        return new PublishedTable(PublishedName.parse(name), Optional.empty(), Map.of());
    }

    /// The same, of a version that never moves.
    public PublishedTable fixedAt(int number) {
        return new PublishedTable(published, Optional.of(number), columns);
    }

    /// The same, which must have a column of that name whose values are of that kind.
    public PublishedTable has(String column, Kind kind) {
        Map<String, Kind> more = new TreeMap<>(columns);
        more.put(column, kind);
        return new PublishedTable(published, version, more);
    }

    @Override
    public Set<String> needs() {
        return columns.keySet();
    }

    @Override
    public Expectations<Table> expects() {
        SchemaExpectations schema = TableExpectations.columns();
        for (Map.Entry<String, Kind> column : new TreeMap<>(columns).entrySet()) {
            schema = schema.has(column.getKey(), column.getValue());
        }
        return schema;
    }
}
