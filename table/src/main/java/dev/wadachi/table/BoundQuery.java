package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

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

    /// @throws TableException if the query does not fit the tables: it shows the place
    static BoundQuery bind(String text, SortedMap<String, Table> tables) {
        String sql = text.strip().replaceFirst(";\\s*$", "");
        var schemas = new TreeMap<String, Schema>();
        tables.forEach((name, table) -> schemas.put(name, table.schema()));
        var refusal = new QueryRefusal(sql, schemas);
        try (Session session = DuckDb.shared().open(Lane.SANDBOX)) {
            schemas.forEach((name, schema) -> session.run(emptyTable(name, schema)));
            JsonObject tree = one(session.text("SELECT json_serialize_sql(?)", sql), "statements", refusal);
            if (holdsPlaceholder(tree)) {
                throw refusal.ofPlaceholder();
            }
            String plans = session.text("SELECT json_serialize_plan(?, optimize := false)", sql);
            JsonObject plan = one(plans, "plans", refusal);
            return new BoundQuery(sql, describe(session, sql), tree, plan);
        }
    }

    private static Schema describe(Session session, String sql) {
        try {
            return session.describe(sql);
        } catch (TableException e) {
            throw new TableException(e.getMessage() + "\n" + Excerpt.indented(sql), e);
        }
    }

    private static String emptyTable(String name, Schema schema) {
        var columns = new StringJoiner(", ", "CREATE TEMP TABLE " + Names.quoted(name) + " (", ")");
        schema.columns().forEach(column -> columns.add(Names.quoted(column.name()) + " " + column.type()));
        return columns.toString();
    }

    /// The only element of the answer's list, unless it holds a complaint instead.
    private static JsonObject one(String answer, String list, QueryRefusal refusal) {
        JsonObject json = Json.parse(answer).asObject();
        if (json.flag("error")) {
            throw refusal.of(json);
        }
        JsonArray elements = json.array(list);
        if (elements.size() != 1) {
            throw refusal.ofStatements(elements.size());
        }
        return elements.get(0).asObject();
    }

    private static boolean holdsPlaceholder(Json json) {
        return switch (json) {
            case JsonObject object ->
                object.findText("class").filter("PARAMETER"::equals).isPresent()
                        || object.members().values().stream().anyMatch(BoundQuery::holdsPlaceholder);
            case JsonArray array -> array.elements().stream().anyMatch(BoundQuery::holdsPlaceholder);
            default -> false;
        };
    }
}
