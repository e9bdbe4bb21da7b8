package dev.wadachi.cli.progress;

import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/// A log that programs read: one JSON object a line, each with its time and what happened. Text that is printed to it
/// becomes an object for each line. Thread-safe.
final class JsonStream extends PrintStream {

    private final PrintStream to;
    private final Clock clock;

    private JsonStream(PrintStream to, Clock clock) {
        super(new Lines(to, clock), true, StandardCharsets.UTF_8);
        this.to = to;
        this.clock = clock;
    }

    static JsonStream over(PrintStream to, Clock clock) {
        return new JsonStream(to, clock);
    }

    /// Begins an object.
    ///
    /// @param event what happened, such as `taskEnded`
    JsonObjectBuilder event(String event) {
        return event(event, clock);
    }

    private static JsonObjectBuilder event(String event, Clock clock) {
        return JsonObject.builder().put("time", clock.instant().toString()).put("event", event);
    }

    /// Writes an object as one line.
    void write(JsonObject line) {
        to.println(line);
    }

    private static final class Lines extends OutputStream {

        private final PrintStream to;
        private final Clock clock;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(PrintStream to, Clock clock) {
            this.to = to;
            this.clock = clock;
        }

        @Override
        public synchronized void write(int one) {
            if (one != '\n') {
                line.write(one);
                return;
            }
            String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
            line.reset();
            if (!text.isEmpty()) {
                to.println(event("said", clock).put("text", text).build());
            }
        }
    }
}
