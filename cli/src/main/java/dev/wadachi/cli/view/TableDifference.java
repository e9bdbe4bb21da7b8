package dev.wadachi.cli.view;

import dev.wadachi.table.Column;
import dev.wadachi.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.StringJoiner;

/// How the rows of two tables differ.
///
/// @param added columns that only the second has
/// @param removed columns that only the first has
/// @param retyped columns of two types
/// @param before rows of the first
/// @param after rows of the second
/// @param rows what became of the rows; empty if the tables have no column in common to compare them by
/// @param distributions columns that both have and whose values are distributed otherwise
public record TableDifference(
        List<Column> added,
        List<Column> removed,
        List<Retyped> retyped,
        long before,
        long after,
        Optional<RowChanges> rows,
        List<Shift> distributions) {

    /// A column of another type.
    public record Retyped(Column before, Column after) {}

    /// What became of rows.
    ///
    /// @param key the columns by which a row is the same row; empty if rows were compared as a whole
    /// @param added rows that only the second has
    /// @param removed rows that only the first has
    /// @param changed rows of one key and other values; 0 without a key
    /// @param columns how many rows changed in which column
    /// @param examples some of them: of a change the key, the column and both values, without a key whole rows
    public record RowChanges(
            List<String> key,
            long added,
            long removed,
            long changed,
            SequencedMap<String, Long> columns,
            Table examples) {}

    /// A column whose values are distributed otherwise.
    public record Shift(String column, Summary before, Summary after) {}

    /// What a column's values are like.
    ///
    /// @param missing how many are missing
    /// @param distinct how many there are
    /// @param least as SQL prints it
    /// @param most as SQL prints it
    /// @param mean empty unless they are numbers
    public record Summary(long missing, long distinct, String least, String most, String mean) {}

    private static final int EXAMPLES = 10;

    static TableDifference between(Table before, Table after, List<String> key) {
        List<Column> added = without(after, before);
        List<Column> removed = without(before, after);
        List<Retyped> retyped = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        for (Column column : before.schema().columns()) {
            Optional<Column> other = after.schema().find(column.name());
            other.ifPresent(found -> {
                shared.add(column.name());
                if (!found.type().equals(column.type())) {
                    retyped.add(new Retyped(column, found));
                }
            });
        }
        Optional<RowChanges> rows = !key.isEmpty()
                ? Optional.of(new KeyedRows(before, after, key, shared).changes())
                : shared.isEmpty() ? Optional.empty() : Optional.of(wholeRows(before, after, shared));
        return new TableDifference(
                added, removed, retyped, before.rows(), after.rows(), rows, shifts(before, after, shared));
    }

    private static List<Column> without(Table table, Table other) {
        return table.schema().columns().stream()
                .filter(column -> other.schema().find(column.name()).isEmpty())
                .toList();
    }

    private static RowChanges wholeRows(Table before, Table after, List<String> shared) {
        String columns = list(shared);
        Map<String, Table> tables = Map.of("before", before, "after", after);
        Table gone =
                Table.query("select " + columns + " from before except all select " + columns + " from after", tables);
        Table come =
                Table.query("select " + columns + " from after except all select " + columns + " from before", tables);
        Table examples = Table.query(
                "(select '-' as \" \", * from gone limit " + EXAMPLES + ") union all (select '+', * from come limit "
                        + EXAMPLES + ")",
                Map.of("gone", gone, "come", come));
        return new RowChanges(List.of(), come.rows(), gone.rows(), 0, new LinkedHashMap<>(), examples);
    }

    private static List<Shift> shifts(Table before, Table after, List<String> shared) {
        Map<String, Summary> one = summaries(before, shared);
        Map<String, Summary> other = summaries(after, shared);
        List<Shift> shifts = new ArrayList<>();
        for (String column : shared) {
            Summary was = one.get(column);
            Summary is = other.get(column);
            if (was != null && is != null && !was.equals(is)) {
                shifts.add(new Shift(column, was, is));
            }
        }
        return shifts;
    }

    private record SummaryRow(String name, long missing, long distinct, String least, String most, String mean) {}

    private static Map<String, Summary> summaries(Table table, List<String> columns) {
        if (columns.isEmpty()) {
            return Map.of();
        }
        var union = new StringJoiner(" union all ");
        for (String name : columns) {
            boolean isNumeric = table.schema().column(name).type().kind().isNumeric();
            String column = quoted(name);
            union.add("select '" + name.replace("'", "''") + "' as name, count(*) - count(" + column
                    + ") as missing, count(distinct " + column + ") as \"distinct\", coalesce(min(" + column
                    + ")::varchar, '') as least, coalesce(max(" + column + ")::varchar, '') as most, "
                    + (isNumeric ? "coalesce(format('{:.6g}', avg(" + column + ")), '')" : "''")
                    + " as mean from this");
        }
        Map<String, Summary> summaries = new LinkedHashMap<>();
        table.sql(union.toString())
                .as(SummaryRow.class)
                .forEach(row -> summaries.put(
                        row.name(), new Summary(row.missing(), row.distinct(), row.least(), row.most(), row.mean())));
        return summaries;
    }

    static String list(List<String> columns) {
        var list = new StringJoiner(", ");
        columns.forEach(column -> list.add(quoted(column)));
        return list.toString();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
