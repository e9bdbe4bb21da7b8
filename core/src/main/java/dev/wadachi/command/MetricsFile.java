package dev.wadachi.command;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonString;
import dev.wadachi.task.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// The numbers that a program leaves in `metrics.json`, as metrics of its task.
///
/// ```json
/// {"mae": 17.2, "loss": [0.9, 0.4, 0.3]}
/// [{"name": "loss", "value": 0.9, "step": 0}, {"name": "loss", "value": 0.4, "step": 10}]
/// ```
final class MetricsFile {

    static final String NAME = "metrics.json";

    private static final String FORM =
            "it holds an object such as {\"mae\": 17.2, \"loss\": [0.9, 0.4]}, or a list such"
                    + " as [{\"name\": \"loss\", \"value\": 0.9, \"step\": 0}]";

    private MetricsFile() {}

    /// Records what is there; nothing if there is no such file.
    ///
    /// @throws JsonException if it cannot be read as numbers: a metric must not get lost unseen
    static void record(Path folder, Context in) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            switch (Json.parse(Files.readAllBytes(file))) {
                case JsonObject(var members) -> members.forEach((name, value) -> named(name, value, in));
                case JsonArray(var points) -> points.forEach(point -> point(point.asObject(), in));
                case Json other -> throw new JsonException("it is " + other.compact());
            }
        } catch (JsonException | IllegalArgumentException e) {
            throw new JsonException("its " + NAME + " cannot be read: " + e.getMessage() + "\n  " + FORM);
        }
    }

    private static void named(String name, Json value, Context in) {
        if (value instanceof JsonArray(var curve)) {
            for (int step = 0; step < curve.size(); step++) {
                in.metric(name, number(curve.get(step)), step);
            }
        } else {
            in.metric(name, number(value));
        }
    }

    private static void point(JsonObject point, Context in) {
        String name = point.text("name");
        double value = number(point.get("value"));
        point.find("step")
                .ifPresentOrElse(
                        step -> in.metric(name, value, step.asNumber().asLong()), () -> in.metric(name, value));
    }

    /// JSON has no number for it; as a text it is what it says.
    private static double number(Json value) {
        return value instanceof JsonString(String text) && text.equals("NaN")
                ? Double.NaN
                : value.asNumber().asDouble();
    }
}
