package dev.wadachi.engine.worker;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.task.Encoded;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run and one of its workers say to each other.
public sealed interface Message {

    /// As it goes over the [Wire].
    JsonObject json();

    // ---- the worker says

    /// First of all: it is the process that was started, for nobody else knows this.
    ///
    /// @param secret what the worker was told on its standard input
    record Hello(String secret) implements Message {

        @Override
        public JsonObject json() {
            return Kinds.of("hello").put("secret", secret).build();
        }
    }

    /// The body asks for something, and waits for the [Answer] of the same number.
    ///
    /// @param number tells questions apart: threads that the body started may ask too
    /// @param question what it asks for
    record Ask(long number, Question question) implements Message {

        @Override
        public JsonObject json() {
            return Kinds.of("ask")
                    .put("number", number)
                    .put("question", question.json())
                    .build();
        }
    }

    /// The body reports a number.
    ///
    /// @param name of the metric
    /// @param value any double
    /// @param step the position in a series, or null for a single figure
    record Measured(String name, double value, @Nullable Long step) implements Message {

        @Override
        public JsonObject json() {
            // As text, because JSON's numbers know neither NaN nor the infinities.
            JsonObjectBuilder json = Kinds.of("measured").put("name", name).put("value", Double.toString(value));
            if (step != null) {
                json.put("step", step);
            }
            return json.build();
        }
    }

    /// The body says how far it is.
    ///
    /// @param share from 0 to 1
    /// @param text for people
    record Progressed(double share, String text) implements Message {

        @Override
        public JsonObject json() {
            return Kinds.of("progressed").put("share", share).put("text", text).build();
        }
    }

    /// A nested run begins.
    ///
    /// @param name the nested run's
    /// @param parameters as text
    record Nested(String name, Map<String, String> parameters) implements Message {

        /// Keeps an unmodifiable copy.
        public Nested {
            parameters = Map.copyOf(parameters);
        }

        @Override
        public JsonObject json() {
            return Kinds.of("nested")
                    .put("name", name)
                    .putTexts("parameters", parameters)
                    .build();
        }
    }

    /// The body gave a value, and the worker ends.
    ///
    /// @param value in files, which are the run's from now on
    /// @param cost of the whole process
    record Returned(Encoded value, WorkerCost cost) implements Message {

        @Override
        public JsonObject json() {
            return Kinds.of("returned")
                    .put("value", ValueFiles.write(value))
                    .put("cost", cost.json())
                    .build();
        }
    }

    /// The body failed, and the worker ends.
    ///
    /// @param thrown what it threw
    /// @param cost of the whole process
    record Threw(Thrown thrown, WorkerCost cost) implements Message {

        @Override
        public JsonObject json() {
            return Kinds.of("threw")
                    .put("thrown", thrown.json())
                    .put("cost", cost.json())
                    .build();
        }
    }

    // ---- the run says

    /// The body may begin.
    ///
    /// @param assignment the task, and what its context has to know
    record Begin(Assignment assignment) implements Message {

        @Override
        public JsonObject json() {
            return Kinds.of("begin").put("assignment", assignment.json()).build();
        }
    }

    /// What was asked for.
    ///
    /// @param number of the question
    /// @param answer to it
    record Answered(long number, Answer answer) implements Message {

        @Override
        public JsonObject json() {
            return Kinds.of("answered")
                    .put("number", number)
                    .put("answer", answer.json())
                    .build();
        }
    }

    /// The body is to stop: the run was stopped, or its time is over.
    record Stop() implements Message {

        @Override
        public JsonObject json() {
            return Kinds.of("stop").build();
        }
    }

    /// Reads what [#json()] wrote.
    ///
    /// @throws JsonException if it is no message
    static Message of(JsonObject json) {
        return switch (Kinds.of(json)) {
            case "hello" -> new Hello(json.text("secret"));
            case "ask" -> new Ask(json.number("number"), Question.of(json.object("question")));
            case "measured" ->
                new Measured(
                        json.text("name"),
                        Double.parseDouble(json.text("value")),
                        json.find("step").map(step -> step.asNumber().asLong()).orElse(null));
            case "progressed" -> new Progressed(json.decimal("share"), json.text("text"));
            case "nested" -> new Nested(json.text("name"), texts(json.object("parameters")));
            case "returned" -> new Returned(ValueFiles.encoded(json.object("value")), cost(json));
            case "threw" -> new Threw(Thrown.of(json.object("thrown")), cost(json));
            case "begin" -> new Begin(Assignment.of(json.object("assignment")));
            case "answered" -> new Answered(json.number("number"), Answer.of(json.object("answer")));
            case "stop" -> new Stop();
            default -> throw Kinds.unknown(json);
        };
    }

    private static WorkerCost cost(JsonObject json) {
        return WorkerCost.of(json.object("cost"));
    }

    private static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : json.members().entrySet()) {
            texts.put(member.getKey(), member.getValue().asText());
        }
        return texts;
    }
}
