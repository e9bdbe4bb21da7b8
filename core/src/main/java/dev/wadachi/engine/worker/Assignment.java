package dev.wadachi.engine.worker;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// What a worker is to do, and what it has to know for it.
///
/// @param tasks the task with its upstreams, for the roll
/// @param task its number on the roll
/// @param label its name with parameters, for messages
/// @param project the project's root
/// @param resources configured resources by name, as far as they are text; secrets are among them
/// @param scratch a folder for what the body writes
/// @param gpus the numbers of those that were granted to the body
/// @param occasion what a sink's effect is called, or null of another task
/// @param surroundings what code falls back on that names no time zone or locale
public record Assignment(
        JsonArray tasks,
        int task,
        String label,
        Path project,
        JsonObject resources,
        Path scratch,
        List<Integer> gpus,
        @Nullable Digest occasion,
        Surroundings surroundings) {

    /// Keeps an unmodifiable copy.
    public Assignment {
        gpus = List.copyOf(gpus);
    }

    /// Default time zone and locales of the process that runs the graph, which are part of how values are computed.
    ///
    /// @param zone the default time zone
    /// @param locale the default locale
    /// @param formats the default locale of formats
    public record Surroundings(TimeZone zone, Locale locale, Locale formats) {

        /// Those of this process, as they are now.
        public static Surroundings ofThisProcess() {
            return new Surroundings(
                    TimeZone.getDefault(), Locale.getDefault(), Locale.getDefault(Locale.Category.FORMAT));
        }

        /// Makes them this process's.
        void establish() {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
            Locale.setDefault(Locale.Category.FORMAT, formats);
        }

        private JsonObject json() {
            return JsonObject.builder()
                    .put("zone", zone.getID())
                    .put("locale", locale.toLanguageTag())
                    .put("formats", formats.toLanguageTag())
                    .build();
        }

        private static Surroundings of(JsonObject json) {
            return new Surroundings(
                    TimeZone.getTimeZone(json.text("zone")),
                    Locale.forLanguageTag(json.text("locale")),
                    Locale.forLanguageTag(json.text("formats")));
        }
    }

    JsonObject json() {
        JsonObjectBuilder json = JsonObject.builder()
                .put("tasks", tasks)
                .put("task", task)
                .put("label", label)
                .put("project", project.toString())
                .put("resources", resources)
                .put("scratch", scratch.toString())
                .put("gpus", new JsonArray(gpus.stream().<Json>map(Json::of).toList()))
                .put("surroundings", surroundings.json());
        Optional.ofNullable(occasion).ifPresent(digest -> json.put("occasion", digest.hex()));
        return json.build();
    }

    static Assignment of(JsonObject json) {
        return new Assignment(
                json.array("tasks"),
                Math.toIntExact(json.number("task")),
                json.text("label"),
                Path.of(json.text("project")),
                json.object("resources"),
                Path.of(json.text("scratch")),
                json.array("gpus").elements().stream()
                        .map(gpu -> Math.toIntExact(gpu.asNumber().asLong()))
                        .toList(),
                json.findText("occasion").map(Digest::parse).orElse(null),
                Surroundings.of(json.object("surroundings")));
    }

    /// Without the resources, which hold secrets.
    @Override
    public String toString() {
        return "Assignment[" + label + "]";
    }
}
