package dev.wadachi.cli.view;

import dev.wadachi.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;

/// The rows of two tables, matched by a key.
///
/// @param before the first table
/// @param after the second
/// @param key columns that both have, and which name a row
/// @param shared all columns that both have
record KeyedRows(Table before, Table after, List<String> key, List<String> shared) {

    private static final int EXAMPLES = 10;

    /// @throws dev.wadachi.table.TableException if a table lacks a column of the key
    /// @throws IllegalArgumentException if the key does not name one row
    TableDifference.RowChanges changes() {
        mustBeUnique(before, "the first result");
        mustBeUnique(after, "the second result");
        SequencedMap<String, Long> columns = new LinkedHashMap<>();
        List<String> others = shared.stream()
                .filter(column -> key.stream().noneMatch(column::equalsIgnoreCase))
                .toList();
        for (String column : others) {
            long changed = count("select count(*) as n " + pairs() + " where " + differs(column));
            if (changed > 0) {
                columns.put(column, changed);
            }
        }
        return new TableDifference.RowChanges(
                key,
                count("select count(*) as n from after anti join before using (" + keys() + ")"),
                count("select count(*) as n from before anti join after using (" + keys() + ")"),
                columns.isEmpty() ? 0 : count("select count(*) as n " + pairs() + " where " + any(columns)),
                columns,
                examples(columns));
    }

    private void mustBeUnique(Table table, String which) {
        key.forEach(table.schema()::column);
        Table repeated = table.sql("select " + keys() + " from this group by all having count(*) > 1");
        if (repeated.rows() > 0) {
            throw new IllegalArgumentException("--key " + String.join(",", key) + " does not name one row: in " + which
                    + " " + repeated.rows() + " keys stand for several rows, such as\n"
                    + repeated.show(1).strip().indent(2).stripTrailing());
        }
    }

    private Table examples(SequencedMap<String, Long> columns) {
        if (columns.isEmpty()) {
            return query("select " + keys() + " from after limit 0");
        }
        var union = new StringJoiner(" union all ");
        for (String column : columns.keySet()) {
            String name = TableDifference.quoted(column);
            union.add("(select " + keys() + ", '" + column.replace("'", "''") + "' as \"column\", before." + name
                    + "::varchar as \"before\", after." + name + "::varchar as \"after\" " + pairs() + " where "
                    + differs(column) + " order by " + keys() + " limit " + EXAMPLES + ")");
        }
        return query("select * from (" + union + ") limit " + EXAMPLES);
    }

    private String pairs() {
        return "from before join after using (" + keys() + ")";
    }

    private String keys() {
        return TableDifference.list(key);
    }

    private static String any(SequencedMap<String, Long> columns) {
        var any = new StringJoiner(" or ");
        columns.keySet().forEach(column -> any.add(differs(column)));
        return any.toString();
    }

    private static String differs(String column) {
        String name = TableDifference.quoted(column);
        return "before." + name + "::varchar is distinct from after." + name + "::varchar";
    }

    private long count(String sql) {
        return query(sql).longs("n")[0];
    }

    private Table query(String sql) {
        return Table.query(sql, Map.of("before", before, "after", after));
    }
}
