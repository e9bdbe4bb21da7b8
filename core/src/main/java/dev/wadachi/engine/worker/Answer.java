package dev.wadachi.engine.worker;

import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.task.Stored;
import java.nio.file.Path;

/// What a body is answered.
public sealed interface Answer {

    /// As it goes over the [Wire].
    JsonObject json();

    /// A value, in files of the store.
    ///
    /// @param value where they are
    record Value(Stored value) implements Answer {

        @Override
        public JsonObject json() {
            return Kinds.of("value").put("value", ValueFiles.write(value)).build();
        }
    }

    /// What the body's random numbers start from.
    ///
    /// @param seed any number
    record Seed(long seed) implements Answer {

        @Override
        public JsonObject json() {
            return Kinds.of("seed").put("seed", seed).build();
        }
    }

    /// A folder.
    ///
    /// @param path where it is
    record Folder(Path path) implements Answer {

        @Override
        public JsonObject json() {
            return Kinds.of("folder").put("path", path.toString()).build();
        }
    }

    /// It cannot be had.
    ///
    /// @param thrown what is thrown at the body in its place
    record Refused(Thrown thrown) implements Answer {

        @Override
        public JsonObject json() {
            return Kinds.of("refused").put("thrown", thrown.json()).build();
        }
    }

    /// Reads what [#json()] wrote.
    ///
    /// @throws JsonException if it is no answer
    static Answer of(JsonObject json) {
        return switch (Kinds.of(json)) {
            case "value" -> new Value(ValueFiles.stored(json.object("value")));
            case "seed" -> new Seed(json.number("seed"));
            case "folder" -> new Folder(Path.of(json.text("path")));
            case "refused" -> new Refused(Thrown.of(json.object("thrown")));
            default -> throw Kinds.unknown(json);
        };
    }
}
