package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// A user's query, parsed and bound to the schemas of its tables, but not run.
///
/// This happens in the sandbox, against empty tables of the same columns: nothing is read, no file can be, and what
/// is found out depends on the query and the schemas alone.
///
/// @param sql    the query as the user wrote it, without a final semicolon
/// @param schema what it gives
/// @param tree   how DuckDB parsed it: one statement of `json_serialize_sql`
/// @param plan   how DuckDB bound it, before any optimization: one plan of `json_serialize_plan`
record BoundQuery(String sql, Schema schema, JsonObject tree, JsonObject plan) {

    static BoundQuery bind(String text, Map<String, Table> tables) {
        String sql = text.strip().replaceFirst(";\\s*$", "");
        try (Session session = DuckDb.shared().open(Lane.SANDBOX)) {
            tables.forEach((name, table) -> session.run(emptyTable(name, table.schema())));
            JsonObject tree = one(sql, session.text("SELECT json_serialize_sql(?)", sql), "statements");
            JsonObject plan = one(sql, session.text("SELECT json_serialize_plan(?, optimize := false)", sql), "plans");
            return new BoundQuery(sql, session.describe(sql), tree, plan);
        }
    }

    private static String emptyTable(String name, Schema schema) {
        var columns = new StringJoiner(", ", "CREATE TEMP TABLE " + Names.quoted(name) + " (", ")");
        schema.columns().forEach(column -> columns.add(Names.quoted(column.name()) + " " + column.type()));
        return columns.toString();
    }

    /// The only element of the answer's list, or the complaint that it holds instead.
    private static JsonObject one(String sql, String answer, String list) {
        JsonObject json = Json.parse(answer).asObject();
        if (json.flag("error")) {
            throw refusal(sql, json);
        }
        var elements = json.array(list);
        if (elements.size() != 1) {
            throw new TableException("a table comes from one query, but this holds " + elements.size()
                    + " statements; make a table of each:\n" + Excerpt.indented(sql));
        }
        return elements.get(0).asObject();
    }

    private static TableException refusal(String sql, JsonObject json) {
        String message = json.text("error_message");
        if (json.text("error_type").equals("not implemented")) {
            return new TableException("only a query that reads can make a table (SELECT, FROM, WITH, VALUES; and PIVOT with "
                    + "its columns named: ON c IN ('a', 'b')), but this is not one:\n" + Excerpt.indented(sql));
        }
        if (json.text("error_type").equals("permission")) {
            return new TableException("a query reads only the tables that it is given; make one of the file with "
                    + "Table.csv(…) or Table.parquet(…) and name it\n  DuckDB: " + message + "\n" + Excerpt.indented(sql));
        }
        List<String> lines = new ArrayList<>(List.of("the query does not work: " + message.strip()));
        int bytes = json.findText("position").map(Integer::parseInt).orElse(-1);
        lines.add(bytes < 0 ? Excerpt.indented(sql) : Excerpt.at(sql, place(sql, bytes)));
        return new TableException(String.join("\n", lines));
    }

    /// DuckDB counts the bytes of UTF-8 before the place.
    static int place(String sql, int bytes) {
        byte[] utf8 = sql.getBytes(StandardCharsets.UTF_8);
        return new String(utf8, 0, Math.min(bytes, utf8.length), StandardCharsets.UTF_8).length();
    }
}
