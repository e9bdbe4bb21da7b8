package dev.wadachi.table;

import dev.wadachi.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Says why a query does not work, with the place, and with what there is instead.
///
/// @param sql    the query
/// @param tables the tables that it was given
record QueryRefusal(String sql, SortedMap<String, Schema> tables) {

    /// @param complaint DuckDB's answer: `error_type`, `error_message` and perhaps `position`, `error_subtype`, `name`
    TableException of(JsonObject complaint) {
        return switch (complaint.text("error_type")) {
            case "not implemented" ->
                new TableException("only a query makes a table: SELECT, FROM, WITH, VALUES, or PIVOT with "
                        + "its columns named (ON c IN ('a', 'b')); this is none of these\n" + Excerpt.indented(sql));
            case "permission" ->
                new TableException("a query reads only the tables that it is given; make one of the file "
                        + "with Table.csv(…) or Table.parquet(…), and name it\n" + excerpt(complaint));
            default ->
                switch (complaint.findText("error_subtype").orElse("")) {
                    case "COLUMN_NOT_FOUND" -> missingColumn(complaint);
                    case "MISSING_ENTRY" -> missingEntry(complaint);
                    default ->
                        new TableException("the query does not work: "
                                + complaint.text("error_message").strip() + "\n" + excerpt(complaint));
                };
        };
    }

    TableException ofStatements(int count) {
        return new TableException(
                count == 0
                        ? "the query is empty"
                        : "a table comes from one query, but here are " + count + "; make a table of each\n"
                                + Excerpt.indented(sql));
    }

    TableException ofPlaceholder() {
        return new TableException(
                "a query has no placeholders (? or $name); write the value into it, texts in single quotes\n"
                        + Excerpt.indented(sql));
    }

    private TableException missingColumn(JsonObject complaint) {
        String name = complaint.text("name");
        List<String> names = tables.values().stream()
                .flatMap(schema -> schema.names().stream())
                .toList();
        List<String> lines = new ArrayList<>(
                List.of("there is no column \"" + name + "\"" + didYouMean(name, names), excerpt(complaint)));
        tables.forEach(
                (table, schema) -> lines.add("  columns of " + table + ": " + String.join(", ", schema.names())));
        return new TableException(String.join("\n", lines));
    }

    private TableException missingEntry(JsonObject complaint) {
        String name = complaint.text("name");
        if (!complaint.findText("type").orElse("").equals("Table")) {
            String known = complaint.findText("candidates").orElse("");
            return new TableException("there is no function \"" + name + "\""
                    + (known.isEmpty() ? "" : "; did you mean \"" + known + "\"?") + "\n" + excerpt(complaint));
        }
        String known = tables.isEmpty()
                ? "  the query was given no tables"
                : "  tables: " + tables.keySet().stream().collect(Collectors.joining(", "));
        return new TableException("there is no table \"" + name + "\"" + didYouMean(name, tables.keySet()) + "\n"
                + excerpt(complaint) + "\n" + known);
    }

    private static String didYouMean(String name, Collection<String> names) {
        return Names.nearest(name, names)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("");
    }

    private String excerpt(JsonObject complaint) {
        return complaint
                .findText("position")
                .map(bytes -> Excerpt.at(sql, Excerpt.place(sql, Integer.parseInt(bytes))))
                .orElseGet(() -> Excerpt.indented(sql));
    }
}
