package dev.wadachi.engine.worker;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonBoolean;
import dev.wadachi.json.JsonNull;
import dev.wadachi.json.JsonNumber;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.json.JsonString;
import dev.wadachi.resource.ProjectResources;
import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Stamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Resources that can be handed to a worker: settings, which are text, numbers and maps of them. A live connection
/// belongs to its own process.
public final class Configured {

    private Configured() {}

    /// A project's resources by name; null for those that cannot be handed over.
    public static JsonObject settings(Map<String, Object> resources) {
        JsonObjectBuilder json = JsonObject.builder();
        new TreeMap<>(resources)
                .forEach((name, resource) -> json.put(name, form(resource).orElse(JsonNull.NULL)));
        return json.build();
    }

    private static Optional<Json> form(Object resource) {
        return switch (resource) {
            case String text -> Optional.of(Json.of(text));
            case Boolean flag -> Optional.of(Json.of(flag));
            case Long number -> Optional.of(Json.of(number));
            case Double number when Double.isFinite(number) -> Optional.of(Json.of(number));
            case List<?> list -> elements(list);
            case Map<?, ?> map -> members(map);
            default -> Optional.empty();
        };
    }

    private static Optional<Json> elements(List<?> list) {
        List<Json> forms =
                list.stream().flatMap(element -> form(element).stream()).toList();
        return forms.size() == list.size() ? Optional.of(new JsonArray(forms)) : Optional.empty();
    }

    private static Optional<Json> members(Map<?, ?> map) {
        JsonObjectBuilder json = JsonObject.builder();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            Optional<Json> form = form(member.getValue());
            if (form.isEmpty() || !(member.getKey() instanceof String name)) {
                return Optional.empty();
            }
            json.put(name, form.get());
        }
        return Optional.of(json.build());
    }

    /// What a body in this process can ask for.
    static ProjectResources resources(Assignment assignment, ClassLoader classes) {
        Map<String, Object> resources = new TreeMap<>();
        assignment.resources().members().forEach((name, form) -> resources.put(name, value(form)));
        return new ProjectResources(assignment.project(), resources, List.of(classes), _ -> noShelf());
    }

    private static Stamp noShelf() {
        throw new OutsideException("what is published is read by the run, not by a worker; let a Published source be an"
                + " upstream of the task");
    }

    private static Object value(Json form) {
        return switch (form) {
            case JsonString(String text) -> text;
            case JsonBoolean flag -> flag.asBoolean();
            case JsonNumber number -> number.digits().matches("-?\\d{1,18}") ? number.asLong() : number.asDouble();
            case JsonArray list ->
                list.elements().stream().map(Configured::value).toList();
            case JsonObject map -> {
                Map<String, Object> values = new LinkedHashMap<>();
                map.members().forEach((name, member) -> values.put(name, value(member)));
                yield values;
            }
            case JsonNull _ -> "";
        };
    }
}
