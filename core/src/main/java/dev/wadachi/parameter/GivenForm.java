package dev.wadachi.parameter;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonNull;
import dev.wadachi.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Given values as JSON. No declared type says what is in them, so each says its own class:
/// `{"class": "java.lang.Integer", "value": 53}`; collections of such values are `{"list": […]}`, `{"set": […]}`,
/// `{"map": [[key, value], …]}` and `{"optional": […]}`.
final class GivenForm {

    private GivenForm() {}

    /// The value; null if it, or one in it, is of a class that does not tell its whole type.
    static Json write(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.NULL;
            case List<?> list -> all("list", list, GivenForm::write);
            case Set<?> set -> all("set", set, GivenForm::write);
            case Map<?, ?> map ->
                all("map", map.entrySet(), entry -> pair(write(entry.getKey()), write(entry.getValue())));
            case Optional<?> optional -> all("optional", optional.stream().toList(), GivenForm::write);
            default -> one(value);
        };
    }

    private static Json one(Object value) {
        Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        return ValueForm.find(type)
                .<Json>map(form -> JsonObject.builder()
                        .put(TaskSpec.CLASS, type.getName())
                        .put("value", form.write(value))
                        .build())
                .orElse(JsonNull.NULL);
    }

    private static Json pair(Json key, Json value) {
        return key instanceof JsonNull || value instanceof JsonNull
                ? JsonNull.NULL
                : new JsonArray(List.of(key, value));
    }

    private static <E> Json all(String kind, Collection<E> elements, Function<E, Json> form) {
        List<Json> written = new ArrayList<>();
        for (E element : elements) {
            Json json = form.apply(element);
            if (json instanceof JsonNull) {
                return JsonNull.NULL;
            }
            written.add(json);
        }
        return JsonObject.builder().put(kind, new JsonArray(written)).build();
    }

    /// The value that was written.
    ///
    /// @param classes finds a class by its name
    static Object read(JsonObject json, Function<String, Class<?>> classes) {
        String kind = json.members().keySet().stream().findFirst().orElse("");
        return switch (kind) {
            case "list" -> Collections.unmodifiableList(elements(json.array(kind), classes));
            case "set" -> Collections.unmodifiableSet(new LinkedHashSet<>(elements(json.array(kind), classes)));
            case "map" -> map(json.array(kind), classes);
            case "optional" -> elements(json.array(kind), classes).stream().findFirst();
            case TaskSpec.CLASS ->
                ValueForm.of(classes.apply(json.text(TaskSpec.CLASS))).read(json.get("value"));
            default -> throw new JsonException("There is no given value of the kind " + kind + ".");
        };
    }

    private static List<Object> elements(JsonArray array, Function<String, Class<?>> classes) {
        List<Object> elements = new ArrayList<>(array.size());
        array.forEach(element -> elements.add(read(element.asObject(), classes)));
        return elements;
    }

    private static Map<Object, Object> map(JsonArray array, Function<String, Class<?>> classes) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Json entry : array) {
            List<Object> pair = elements(entry.asArray(), classes);
            map.put(pair.getFirst(), pair.getLast());
        }
        return Collections.unmodifiableMap(map);
    }
}
