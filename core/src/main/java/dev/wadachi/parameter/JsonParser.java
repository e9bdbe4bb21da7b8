package dev.wadachi.parameter;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonNull;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what [JsonForm] wrote.
final class JsonParser {

    Object value(Kind kind, Json json) {
        return switch (kind) {
            case Kind.OfScalar(Scalar scalar) -> scalar(scalar, json);
            case Kind.OfEnum choice -> constant(choice, json.asText());
            case Kind.OfRecord record -> record(record, json.asObject(), 0);
            case Kind.OfSealed sealed -> variant(sealed, json.asObject());
            case Kind.OfOptional(Kind element) ->
                json instanceof JsonNull ? Optional.empty() : Optional.of(value(element, json));
            case Kind.OfList(Kind element) -> List.copyOf(elements(element, json.asArray()));
            case Kind.OfSet(Kind element) -> set(element, json.asArray());
            case Kind.OfMap(Kind key, Kind element) -> map(key, element, json);
        };
    }

    private static Object scalar(Scalar scalar, Json json) {
        String text = switch (json) {
            case JsonObject _, JsonArray _, JsonNull _ -> throw expected(scalar, json);
            default -> json instanceof JsonString(String string) ? string : json.compact();
        };
        return word(scalar, text, json);
    }

    private static Object word(Scalar scalar, String text, Json json) {
        try {
            return scalar.parse(text);
        } catch (RuntimeException e) {
            throw expected(scalar, json);
        }
    }

    private static JsonException expected(Scalar scalar, Json json) {
        return new JsonException("Expected " + scalar.expected() + ", but found " + json.compact() + ".");
    }

    private static Object constant(Kind.OfEnum choice, String name) {
        return choice.constant(name)
                .orElseThrow(
                        () -> new JsonException("Expected one of " + choice.names() + ", but found '" + name + "'."));
    }

    private Object variant(Kind.OfSealed sealed, JsonObject json) {
        String name = json.text(JsonForm.TYPE);
        Kind.OfRecord record = sealed.variants().stream()
                .filter(variant -> variant.name().matches(name))
                .findFirst()
                .orElseThrow(() -> new JsonException(
                        "Expected a variant of " + sealed.type().getSimpleName() + ", but found '" + name + "'."));
        return record(record, json, 1);
    }

    private Object record(Kind.OfRecord record, JsonObject json, int others) {
        Object[] values = new Object[record.fields().size()];
        int found = others;
        for (Field field : record.fields()) {
            Optional<Json> member = member(field, json);
            found += member.isPresent() ? 1 : 0;
            values[field.index()] = member.map(written -> within(field.name().current(), field.kind(), written))
                    .orElseGet(() -> absent(record.type().getSimpleName(), field));
        }
        if (found < json.members().size()) {
            throw new JsonException(
                    "Expected the components of " + record.type().getSimpleName() + ", but found "
                            + json.members().keySet() + ".");
        }
        try {
            return record.create(values);
        } catch (RuntimeException e) {
            throw new JsonException(record.type().getSimpleName() + " refuses these components: " + Reason.of(e));
        }
    }

    /// One component out of those of a task.
    static Object component(Field field, JsonObject components) {
        return member(field, components)
                .map(json -> new JsonParser().within(field.name().current(), field.kind(), json))
                .orElseGet(() -> absent("the task", field));
    }

    private static Optional<Json> member(Field field, JsonObject json) {
        for (String name : List.of(field.name().current(), field.name().stored())) {
            if (json.has(name)) {
                return Optional.of(json.get(name));
            }
        }
        return Optional.empty();
    }

    private static Object absent(String owner, Field field) {
        if (field.addedText() == null) {
            throw new JsonException("There is no '" + field.name().current() + "' of " + owner + ".");
        }
        return TextForm.parse(field.kind(), field.addedText(), Today.UNKNOWN);
    }

    private Object within(String place, Kind kind, Json json) {
        try {
            return value(kind, json);
        } catch (JsonException e) {
            throw new JsonException("In " + place + ": " + e.getMessage());
        }
    }

    private List<Object> elements(Kind element, JsonArray json) {
        List<Object> values = new ArrayList<>(json.size());
        for (Json one : json) {
            values.add(within("element " + values.size(), element, one));
        }
        return values;
    }

    private Set<Object> set(Kind element, JsonArray json) {
        Set<Object> values = new LinkedHashSet<>(elements(element, json));
        if (values.size() < json.size()) {
            throw new JsonException("Expected a set, but some elements stand in it twice.");
        }
        return Collections.unmodifiableSet(values);
    }

    private Map<Object, Object> map(Kind key, Kind element, Json json) {
        Map<Object, Object> values = new LinkedHashMap<>();
        if (JsonForm.isWord(key)) {
            json.asObject()
                    .members()
                    .forEach((name, value) -> values.put(value(key, Json.of(name)), within(name, element, value)));
        } else {
            for (Json entry : json.asArray()) {
                values.put(
                        value(key, entry.asObject().get("key")),
                        value(element, entry.asObject().get("value")));
            }
        }
        return Collections.unmodifiableMap(values);
    }
}
