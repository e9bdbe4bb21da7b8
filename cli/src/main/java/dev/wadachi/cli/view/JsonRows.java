package dev.wadachi.cli.view;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonNull;
import dev.wadachi.json.JsonObject;
import dev.wadachi.table.Columns;
import dev.wadachi.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// JSON as rows: a list gives one for each element, all else gives one; what is no object is a column `value`.
final class JsonRows {

    private JsonRows() {}

    /// The rows that a value has.
    static List<JsonObject> of(Json value) {
        return value instanceof JsonArray list
                ? list.elements().stream().map(JsonRows::row).toList()
                : List.of(row(value));
    }

    private static JsonObject row(Json value) {
        return value instanceof JsonObject object && !object.members().isEmpty()
                ? object
                : JsonObject.builder().put("value", value).build();
    }

    /// The rows as a table, whose types DuckDB finds in the values.
    ///
    /// @param rows at least one
    static Table table(List<JsonObject> rows) {
        List<String> texts = rows.stream().map(JsonObject::compact).toList();
        Table json =
                Columns.none().strings("json", texts.toArray(String[]::new)).table();
        String found = json.sql("select json_group_structure(json::json)::varchar as structure from this")
                .strings("structure")[0];
        String structure = known(Json.parse(String.valueOf(found))).compact();
        return json.sql("select unnest(from_json(json::json, '" + structure.replace("'", "''") + "')) from this");
    }

    /// DuckDB says `NULL` of a member that is null in every row, and `UBIGINT` of whole numbers that happen to be
    /// positive.
    private static Json known(Json structure) {
        return switch (structure) {
            case JsonObject object -> {
                var members = JsonObject.builder();
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    members.put(member.getKey(), known(member.getValue()));
                }
                yield members.build();
            }
            case JsonArray array -> {
                List<Json> elements = new ArrayList<>();
                array.elements().forEach(element -> elements.add(known(element)));
                yield new JsonArray(elements);
            }
            case JsonNull none -> none;
            default ->
                switch (structure.asText()) {
                    case "UBIGINT" -> Json.of("BIGINT");
                    case "NULL" -> Json.of("VARCHAR");
                    default -> structure;
                };
        };
    }
}
