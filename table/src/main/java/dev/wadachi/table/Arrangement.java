package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How a query is run so that equal tables give equal bytes.
///
/// Where nothing in its plan reorders rows, it runs as it is. Where something does, its rows are ordered by all
/// columns; an `ORDER BY` of its own comes first and the remaining columns decide among rows with equal keys, which
/// also settles what a `LIMIT` lets through. Where values depend on the order in which rows are processed, it runs on
/// one thread.
///
/// What it costs, 5,000,000 rows × 5 columns on two cores, is written down in the documentation of this package.
///
/// @param sql                the query, its rows in a defined order
/// @param looseSql           the query, its rows in any order if that is cheaper
/// @param lane               where it runs
/// @param needsInputsInOrder whether its result depends on the order of its tables' rows
/// @param isVolatile         whether it must not run twice
record Arrangement(String sql, String looseSql, Lane lane, boolean needsInputsInOrder, boolean isVolatile) {

    static Arrangement of(BoundQuery query, PlanTraits traits) {
        Lane lane = traits.oneThread() ? Lane.SERIAL : Lane.PARALLEL;
        boolean inOrder = !traits.reorders() || traits.readsOrder() || traits.oneThread();
        boolean isVolatile = !traits.volatiles().isEmpty();
        if (!traits.reorders()) {
            return new Arrangement(query.sql(), query.sql(), lane, inOrder, isVolatile);
        }
        if (!traits.sorted() && !PlanReader.End.isLimited(query)) {
            String ordered = "SELECT * FROM (\n" + query.sql() + "\n) ORDER BY ALL";
            return new Arrangement(ordered, query.sql(), lane, inOrder, isVolatile);
        }
        String ordered = print(withAllColumnsInOrder(query));
        return new Arrangement(ordered, ordered, lane, inOrder, isVolatile);
    }

    private static String print(JsonObject tree) {
        JsonObject statements = JsonObject.builder()
                .put("error", false)
                .put("statements", JsonArray.of(tree))
                .build();
        try (Session session = DuckDb.shared().open(Lane.SANDBOX)) {
            return session.text("SELECT json_deserialize_sql(?::JSON)", statements.compact());
        }
    }

    /// The query's tree with the numbers of all columns behind its own keys, before its limit.
    private static JsonObject withAllColumnsInOrder(BoundQuery query) {
        List<Json> keys = new ArrayList<>();
        List<Json> before = new ArrayList<>();
        List<Json> after = new ArrayList<>();
        JsonObject node = query.tree().object("node");
        for (Json modifier : node.array("modifiers")) {
            switch (modifier.asObject().text("type")) {
                case "ORDER_MODIFIER" ->
                    keys.addAll(modifier.asObject().array("orders").elements());
                case "LIMIT_MODIFIER", "LIMIT_PERCENT_MODIFIER" -> after.add(modifier);
                default -> before.add(modifier);
            }
        }
        for (int column = 1; column <= query.schema().columns().size(); column++) {
            keys.add(key(column));
        }
        List<Json> modifiers = new ArrayList<>(before);
        modifiers.add(JsonObject.builder()
                .put("type", "ORDER_MODIFIER")
                .put("orders", new JsonArray(keys))
                .build());
        modifiers.addAll(after);
        return with(query.tree(), "node", with(node, "modifiers", new JsonArray(modifiers)));
    }

    /// One sort key: the column of that number.
    private static Json key(int column) {
        return Json.parse("""
                {"type": "ORDER_DEFAULT", "null_order": "ORDER_DEFAULT", "expression":
                  {"class": "CONSTANT", "type": "VALUE_CONSTANT", "alias": "",
                   "literal": {"kind": "INTEGER", "text": "%d"}}}""".formatted(column));
    }

    private static JsonObject with(JsonObject object, String name, Json value) {
        SequencedMap<String, Json> members = new LinkedHashMap<>(object.members());
        members.put(name, value);
        return new JsonObject(members);
    }
}
