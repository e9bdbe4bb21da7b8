package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonNumber;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.table.ColumnProfile.Frequency;
import dev.wadachi.table.ColumnProfile.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Profiles as JSON. What a column has nothing of is left out.
final class ProfileJson {
    private ProfileJson() {}

    static JsonObject write(TableProfile profile) {
        List<Json> columns = new ArrayList<>();
        profile.columns().forEach(column -> columns.add(write(column)));
        JsonObjectBuilder json = JsonObject.builder()
                .put("rows", profile.rows())
                .put("sampled", profile.sampled())
                .put("columns", new JsonArray(columns));
        profile.time().ifPresent(column -> json.put("time", column));
        if (!profile.remarks().isEmpty()) {
            json.putTexts("remarks", profile.remarks());
        }
        return json.build();
    }

    private static JsonObject write(ColumnProfile column) {
        JsonObjectBuilder json = JsonObject.builder()
                .put("name", column.name())
                .put("type", column.column().type().sql())
                .put("nulls", column.nulls());
        if (column.notFinite() > 0) {
            json.put("notFinite", column.notFinite());
        }
        json.put("distinct", column.distinct());
        column.range().ifPresent(range -> json.put("min", range.least()).put("max", range.most()));
        column.mean().ifPresent(mean -> json.put("mean", mean));
        if (!column.quantiles().isEmpty()) {
            List<Json> quantiles = new ArrayList<>();
            column.quantiles().forEach(value -> quantiles.add(JsonNumber.of(value)));
            json.put("quantiles", new JsonArray(quantiles));
        }
        if (!column.histogram().isEmpty()) {
            List<Json> bars = new ArrayList<>();
            column.histogram().forEach(count -> bars.add(new JsonNumber(Long.toString(count))));
            json.put("histogram", new JsonArray(bars));
        }
        if (!column.top().isEmpty()) {
            List<Json> top = new ArrayList<>();
            column.top()
                    .forEach(value -> top.add(JsonObject.builder()
                            .put("value", value.value())
                            .put("count", value.count())
                            .build()));
            json.put("top", new JsonArray(top));
        }
        return json.build();
    }

    static TableProfile read(JsonObject json) {
        List<ColumnProfile> columns = new ArrayList<>();
        json.array("columns").forEach(column -> columns.add(column(column.asObject())));
        return new TableProfile(
                json.number("rows"),
                json.number("sampled"),
                columns,
                json.findText("time"),
                elements(json, "remarks").stream().map(Json::asText).toList());
    }

    private static ColumnProfile column(JsonObject json) {
        return new ColumnProfile(
                new Column(json.text("name"), new ColumnType(json.text("type"))),
                json.number("nulls"),
                json.has("notFinite") ? json.number("notFinite") : 0,
                json.number("distinct"),
                json.has("min") ? Optional.of(new Range(json.text("min"), json.text("max"))) : Optional.empty(),
                json.has("mean") ? OptionalDouble.of(json.decimal("mean")) : OptionalDouble.empty(),
                elements(json, "quantiles").stream()
                        .map(value -> value.asNumber().asDouble())
                        .toList(),
                elements(json, "histogram").stream()
                        .map(value -> value.asNumber().asLong())
                        .toList(),
                elements(json, "top").stream()
                        .map(Json::asObject)
                        .map(value -> new Frequency(value.text("value"), value.number("count")))
                        .toList());
    }

    private static List<Json> elements(JsonObject json, String name) {
        return json.findArray(name).map(JsonArray::elements).orElse(List.of());
    }
}
