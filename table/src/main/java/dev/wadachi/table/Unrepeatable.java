package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonString;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Something in a query that differs from run to run.
///
/// @param name  as it stands in the query: `random()`
/// @param place where, in characters from the start, or -1 if it hides in a macro
record Unrepeatable(String name, int place) {

    /// What DuckDB's catalogue calls volatile or constant only within a query, and what it forgets to.
    static final Set<String> FUNCTIONS = Set.of(
            "current_connection_id",
            "current_database",
            "current_date",
            "current_query",
            "current_query_id",
            "current_schema",
            "current_schemas",
            "current_setting",
            "current_transaction_id",
            "currval",
            "gen_random_uuid",
            "get_current_time",
            "get_current_timestamp",
            "getvariable",
            "in_search_path",
            "nextval",
            "now",
            "random",
            "setseed",
            "setval",
            "sleep_ms",
            "stats",
            "today",
            "transaction_timestamp",
            "txid_current",
            "uuid",
            "uuidv4",
            "uuidv7",
            "vector_type",
            "write_log",
            "current_localtime",
            "current_localtimestamp",
            "getenv");

    /// Table functions whose rows follow from their arguments. All others tell of the engine or of the outside.
    private static final Set<String> TABLE_FUNCTIONS = Set.of(
            "seq_scan",
            "range",
            "generate_series",
            "unnest",
            "repeat",
            "repeat_row",
            "json_each",
            "json_tree",
            "summary");

    /// Returns all of them, each once: those in the text first, for they have a place.
    static List<Unrepeatable> allOf(BoundQuery query) {
        Map<String, Unrepeatable> found = new LinkedHashMap<>();
        inTree(query, query.tree(), found);
        inPlan(query.plan(), found);
        return List.copyOf(found.values());
    }

    static TableException refusal(BoundQuery query, Collection<Unrepeatable> found) {
        String names = String.join(", ", found.stream().map(Unrepeatable::name).toList());
        int place = found.stream()
                .mapToInt(Unrepeatable::place)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
        return new TableException(
                "the query would give another result at each run: " + names + "\n"
                        + (place < 0 ? Excerpt.indented(query.sql()) : Excerpt.at(query.sql(), place))
                        + "\n  make the value a parameter of the task; or, in a task marked @Nondeterministic, pass Volatile.ALLOWED");
    }

    private static void inTree(BoundQuery query, Json json, Map<String, Unrepeatable> found) {
        switch (json) {
            case JsonObject object -> {
                if (object.findText("class").filter("FUNCTION"::equals).isPresent() && isVolatileCall(object)) {
                    String name = object.text("function_name") + "()";
                    found.putIfAbsent(name, new Unrepeatable(name, place(query, object)));
                }
                object.members().values().forEach(member -> inTree(query, member, found));
            }
            case JsonArray array -> array.forEach(element -> inTree(query, element, found));
            default -> {}
        }
    }

    /// DuckDB writes 2^64 - 1 where it does not know.
    private static int place(BoundQuery query, JsonObject call) {
        double bytes =
                call.find("query_location").map(at -> at.asNumber().asDouble()).orElse(Double.MAX_VALUE);
        return bytes > Integer.MAX_VALUE ? -1 : Excerpt.place(query.sql(), (int) bytes);
    }

    /// `age(t)` with one argument counts from today.
    private static boolean isVolatileCall(JsonObject call) {
        String name = call.text("function_name");
        return FUNCTIONS.contains(name)
                || (name.equals("age") && call.array("arguments").size() == 1);
    }

    private static void inPlan(Json json, Map<String, Unrepeatable> found) {
        switch (json) {
            case JsonObject object -> {
                String what = volatileInPlan(object);
                if (!what.isEmpty() && !found.containsKey(what)) {
                    found.put(what, new Unrepeatable(what, -1));
                }
                object.members().values().forEach(member -> inPlan(member, found));
            }
            case JsonArray array -> array.forEach(element -> inPlan(element, found));
            default -> {}
        }
    }

    private static String volatileInPlan(JsonObject node) {
        String type = node.find("type")
                .map(value -> value instanceof JsonString(String text) ? text : "")
                .orElse("");
        String function = node.findObject("qname")
                .map(name -> name.array("path").elements().getLast().asText())
                .orElse("");
        return switch (type) {
            case "BOUND_FUNCTION" -> FUNCTIONS.contains(function) ? function + "()" : "";
            case "LOGICAL_GET" -> TABLE_FUNCTIONS.contains(function) ? "" : function + "()";
            case "LOGICAL_SAMPLE" ->
                node.object("sample_options").flag("repeatable") ? "" : "a sample without REPEATABLE (seed)";
            default -> "";
        };
    }
}
