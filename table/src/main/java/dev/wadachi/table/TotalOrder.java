package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Lets an `ORDER BY` or a `LIMIT` at the end of a query leave nothing open: all columns stand behind its own keys.
///
/// The query's tree says what is wanted. The text is found by writing the keys behind the query's last, or, where a
/// limit follows, by letting DuckDB print the tree. Printing is known to change some queries, so a text counts only
/// if it parses to the very tree that was wanted.
final class TotalOrder {
    private TotalOrder() {}

    /// The query with all columns as its last keys; empty if no text was found that means exactly that.
    static Optional<String> of(BoundQuery query) {
        if (isByAll(query)) {
            return Optional.of(query.sql());
        }
        JsonObject wanted = wanted(query);
        try (Session session = DuckDb.shared().open(Lane.SANDBOX)) {
            String appended = query.sql() + "\n, " + String.join(", ", numbers(query));
            return means(session, appended, wanted) ? Optional.of(appended) : printed(session, wanted);
        }
    }

    private static Optional<String> printed(Session session, JsonObject tree) {
        JsonObject statements = JsonObject.builder()
                .put("error", false)
                .put("statements", JsonArray.of(tree))
                .build();
        String text = session.text("SELECT json_deserialize_sql(?::JSON)", statements.compact());
        return Optional.of(text).filter(found -> means(session, found, tree));
    }

    private static boolean means(Session session, String sql, JsonObject tree) {
        JsonObject answer =
                Json.parse(session.text("SELECT json_serialize_sql(?)", sql)).asObject();
        return !answer.flag("error")
                && answer.array("statements").size() == 1
                && withoutPlaces(answer.array("statements").get(0)).equals(withoutPlaces(tree));
    }

    private static Json withoutPlaces(Json json) {
        return switch (json) {
            case JsonObject object -> {
                SequencedMap<String, Json> members = new LinkedHashMap<>();
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    if (!member.getKey().startsWith("query_location")) {
                        members.put(member.getKey(), withoutPlaces(member.getValue()));
                    }
                }
                yield new JsonObject(members);
            }
            case JsonArray array ->
                new JsonArray(
                        array.elements().stream().map(TotalOrder::withoutPlaces).toList());
            default -> json;
        };
    }

    /// `ORDER BY ALL` is a key that stands for all columns.
    private static boolean isByAll(BoundQuery query) {
        for (Json modifier : query.tree().object("node").array("modifiers")) {
            if (modifier.asObject().text("type").equals("ORDER_MODIFIER")) {
                JsonArray keys = modifier.asObject().array("orders");
                return keys.size() == 1
                        && keys.get(0)
                                .asObject()
                                .object("expression")
                                .text("type")
                                .equals("STAR");
            }
        }
        return false;
    }

    private static JsonObject wanted(BoundQuery query) {
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
        numbers(query).forEach(number -> keys.add(key(number)));
        List<Json> modifiers = new ArrayList<>(before);
        modifiers.add(JsonObject.builder()
                .put("type", "ORDER_MODIFIER")
                .put("orders", new JsonArray(keys))
                .build());
        modifiers.addAll(after);
        return with(query.tree(), "node", with(node, "modifiers", new JsonArray(modifiers)));
    }

    private static List<String> numbers(BoundQuery query) {
        List<String> numbers = new ArrayList<>();
        for (int column = 1; column <= query.schema().columns().size(); column++) {
            numbers.add(Integer.toString(column));
        }
        return numbers;
    }

    /// One sort key: the column of that number.
    private static Json key(String number) {
        return Json.parse("""
                {"type": "ORDER_DEFAULT", "null_order": "ORDER_DEFAULT", "expression":
                  {"class": "CONSTANT", "type": "VALUE_CONSTANT", "alias": "",
                   "literal": {"kind": "INTEGER", "text": "%s"}}}""".formatted(number));
    }

    private static JsonObject with(JsonObject object, String name, Json value) {
        SequencedMap<String, Json> members = new LinkedHashMap<>(object.members());
        members.put(name, value);
        return new JsonObject(members);
    }
}
