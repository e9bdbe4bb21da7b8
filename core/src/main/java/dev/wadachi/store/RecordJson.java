package dev.wadachi.store;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.json.JsonString;
import java.util.Optional;

/// Small records that occur in several files, as JSON and back.
final class RecordJson {

    private RecordJson() {}

    static JsonObject of(Metric metric) {
        JsonObjectBuilder json = JsonObject.builder().put("name", metric.name()).put("value", metric.figure());
        metric.position().ifPresent(step -> json.put("step", step));
        return json.build();
    }

    static Metric metric(Json json) {
        JsonObject object = json.asObject();
        Optional<Json> step = object.find("step");
        return new Metric(
                object.text("name"), number(object.get("value")), step.isEmpty() ? null : object.number("step"));
    }

    static JsonObject of(Mark mark) {
        return JsonObject.builder()
                .put("kind", mark.kind().name())
                .put("because", mark.because())
                .build();
    }

    static Mark mark(Json json) {
        JsonObject object = json.asObject();
        return new Mark(Mark.Kind.valueOf(object.text("kind")), object.text("because"));
    }

    private static double number(Json json) {
        return json instanceof JsonString(String text)
                ? Double.parseDouble(text)
                : json.asNumber().asDouble();
    }
}
