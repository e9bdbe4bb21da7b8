package dev.wadachi.engine.worker;

import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/// What a body asks of the run.
public sealed interface Question {

    /// As it goes over the [Wire].
    JsonObject json();

    /// The value of a task, or of one part of it.
    ///
    /// @param unseen tasks that the run has to know first
    /// @param task its number on the roll
    /// @param part the component's name, or null for the whole
    record Load(JsonArray unseen, int task, @Nullable String part) implements Question {

        @Override
        public JsonObject json() {
            JsonObjectBuilder json = Kinds.of("load").put("unseen", unseen).put("task", task);
            if (part != null) {
                json.put("part", part);
            }
            return json.build();
        }
    }

    /// The seed of its random numbers, which makes the run's seed an input.
    record Draw() implements Question {

        @Override
        public JsonObject json() {
            return Kinds.of("draw").build();
        }
    }

    /// Its checkpoint's folder.
    record Checkpoint() implements Question {

        @Override
        public JsonObject json() {
            return Kinds.of("checkpoint").build();
        }
    }

    /// Reads what [#json()] wrote.
    ///
    /// @throws JsonException if it is no question
    static Question of(JsonObject json) {
        return switch (Kinds.of(json)) {
            case "load" ->
                new Load(
                        json.array("unseen"),
                        Math.toIntExact(json.number("task")),
                        json.findText("part").orElse(null));
            case "draw" -> new Draw();
            case "checkpoint" -> new Checkpoint();
            default -> throw Kinds.unknown(json);
        };
    }
}
