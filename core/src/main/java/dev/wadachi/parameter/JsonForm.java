package dev.wadachi.parameter;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonNull;
import dev.wadachi.json.JsonNumber;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The JSON of values: exact, and equal for equal values.
///
/// Records are objects in the order of their components; a variant of a sealed type tells its name as `@type`, which no
/// Java component can be called. Sets and maps are sorted; a map is an object where its keys are words, else an array
/// of `{"key": …, "value": …}`. NaN and the infinities are strings, an absent Optional is null.
final class JsonForm {

    static final String TYPE = "@type";

    private int depth;

    private JsonForm() {}

    /// @throws BadValue where the value is or holds null, or nests too deep
    static Json write(Kind kind, @Nullable Object value) {
        return new JsonForm().json(kind, value);
    }

    private Json json(Kind kind, @Nullable Object value) {
        if (value == null) {
            throw BadValue.isNull();
        }
        if (++depth > Json.MAXIMUM_DEPTH) {
            throw BadValue.tooDeep(Json.MAXIMUM_DEPTH);
        }
        Json json = present(kind, value);
        depth--;
        return json;
    }

    private Json present(Kind kind, Object value) {
        return switch (kind) {
            case Kind.OfScalar(Scalar scalar) -> scalar(scalar, value);
            case Kind.OfEnum _ -> Json.of(((Enum<?>) value).name());
            case Kind.OfRecord record -> record(record, value, JsonObject.builder());
            case Kind.OfSealed sealed -> variant(sealed.variantOf(value), value);
            case Kind.OfOptional(Kind element) ->
                ((Optional<?>) value)
                        .<Json>map(present -> json(element, present))
                        .orElse(JsonNull.NULL);
            case Kind.OfList(Kind element) -> array(element, (Collection<?>) value);
            case Kind.OfSet(Kind element) -> array(element, Order.sorted(element, (Collection<?>) value));
            case Kind.OfMap(Kind key, Kind element) -> map(key, element, (Map<?, ?>) value);
        };
    }

    /// @throws JsonException where the JSON is of another form
    static Object read(Kind kind, Json json) {
        return new JsonParser().value(kind, json);
    }

    /// Whether a key of this kind is a word, and so may name a member.
    static boolean isWord(Kind kind) {
        return kind instanceof Kind.OfScalar || kind instanceof Kind.OfEnum;
    }

    static String word(Kind kind, Object value) {
        return kind instanceof Kind.OfScalar(Scalar scalar) ? scalar.print(value) : ((Enum<?>) value).name();
    }

    private static Json scalar(Scalar scalar, Object value) {
        return switch (value) {
            case Boolean flag -> Json.of(flag);
            case Double number when !Double.isFinite(number) -> Json.of(number.toString());
            case Float number when !Float.isFinite(number) -> Json.of(number.toString());
            default -> scalar.isNumber() ? new JsonNumber(scalar.print(value)) : Json.of(scalar.print(value));
        };
    }

    private Json variant(Kind.OfRecord record, Object value) {
        return record(
                record, value, JsonObject.builder().put(TYPE, record.name().current()));
    }

    private Json record(Kind.OfRecord record, Object value, JsonObjectBuilder members) {
        for (Field field : record.fields()) {
            String name = field.name().current();
            Object component = record.read(value, field);
            try {
                members.put(name, json(field.kind(), component));
            } catch (BadValue e) {
                throw e.within("." + name);
            }
        }
        return members.build();
    }

    private Json array(Kind element, Collection<?> values) {
        List<Json> elements = new ArrayList<>(values.size());
        for (Object value : values) {
            try {
                elements.add(json(element, value));
            } catch (BadValue e) {
                throw e.within("[" + elements.size() + "]");
            }
        }
        return new JsonArray(elements);
    }

    private Json map(Kind key, Kind element, Map<?, ?> values) {
        List<?> keys = Order.sorted(key, values.keySet());
        if (isWord(key)) {
            JsonObjectBuilder members = JsonObject.builder();
            keys.forEach(name -> members.put(word(key, name), json(element, Order.get(values, name))));
            return members.build();
        }
        return new JsonArray(keys.stream()
                .<Json>map(name -> JsonObject.builder()
                        .put("key", json(key, name))
                        .put("value", json(element, Order.get(values, name)))
                        .build())
                .toList());
    }
}
