package dev.wadachi.cli.print;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonNull;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.parameter.RecordAccess;
import dev.wadachi.parameter.ValueForm;
import dev.wadachi.table.Table;
import dev.wadachi.task.Done;
import dev.wadachi.task.External;
import dev.wadachi.task.Folder;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A task's value for a script: lists, maps and records in their own form, and of a table the rows that a person is
/// shown, with how many there are.
public final class ValueJson {

    private ValueJson() {}

    /// The value as JSON where it has such a form, else as the text that a person is shown.
    public static Json of(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.NULL;
            case Table table -> table(table);
            case Optional<?> optional -> of(optional.orElse(null));
            case Map<?, ?> map -> map(map);
            case Collection<?> list ->
                new JsonArray(list.stream().map(ValueJson::of).toList());
            case Folder _, External _, Done _ -> Json.of(ValueText.of(value));
            case Record record -> formed(record).orElseGet(() -> components(record));
            default -> formed(value).orElseGet(() -> Json.of(ValueText.of(value)));
        };
    }

    private static Optional<Json> formed(Object value) {
        return ValueForm.find(value.getClass()).map(form -> form.write(value));
    }

    private static Json table(Table table) {
        return JsonObject.builder()
                .put("count", table.rows())
                .put("rows", rows(table, ValueText.ROWS))
                .build();
    }

    /// The first rows of a table, an object each.
    public static JsonArray rows(Table table, int limit) {
        return new JsonArray(table.json(limit).stream().<Json>map(Json::parse).toList());
    }

    private static Json map(Map<?, ?> map) {
        JsonObjectBuilder json = JsonObject.builder();
        map.forEach((key, value) -> json.put(ValueText.inline(key), of(value)));
        return json.build();
    }

    /// A record that holds what is no parameter, such as a table.
    private static Json components(Record record) {
        JsonObjectBuilder json = JsonObject.builder();
        RecordAccess access = RecordAccess.of(record.getClass());
        for (int i = 0; i < access.components().size(); i++) {
            json.put(access.components().get(i).getName(), of(access.read(record, i)));
        }
        return json.build();
    }
}
