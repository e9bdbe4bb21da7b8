package dev.wadachi.engine;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A body that holds a part of this host, or waits for it.
///
/// @param process the number of the process that runs it
/// @param user who started that
/// @param project the project's name; empty outside of all
/// @param run the run's id
/// @param task the task's name with parameters
/// @param state whether it holds what it claims
/// @param cores processor cores that it claims
/// @param memory bytes that it claims, 0 for no claim
/// @param gpus how many graphics processors it claims
/// @param devices the numbers of those that it holds, where the host's books tell
/// @param since when it began to hold, or to wait
public record Occupant(
        long process,
        String user,
        String project,
        String run,
        String task,
        State state,
        int cores,
        long memory,
        int gpus,
        List<Integer> devices,
        Instant since) {

    /// How a body stands to what it claims.
    public enum State {
        /// It has it all, and runs.
        RUNS,
        /// It has it all but the cores, and waits for a task that it loads.
        LOADS,
        /// Others hold what it claims.
        WAITS
    }

    /// Keeps an unmodifiable copy.
    public Occupant {
        devices = List.copyOf(devices);
    }

    /// For how long it has stood so.
    public Duration age(Instant now) {
        Duration age = Duration.between(since, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /// As JSON.
    public JsonObject json() {
        return JsonObject.builder()
                .put("process", process)
                .put("user", user)
                .put("project", project)
                .put("run", run)
                .put("task", task)
                .put("state", state.name())
                .put("cores", cores)
                .put("memory", memory)
                .put("gpus", gpus)
                .put(
                        "devices",
                        new JsonArray(devices.stream()
                                .<Json>map(number -> Json.of((long) number))
                                .toList()))
                .put("since", since.toString())
                .build();
    }

    static Occupant of(JsonObject json) {
        return new Occupant(
                json.number("process"),
                json.text("user"),
                json.text("project"),
                json.text("run"),
                json.text("task"),
                State.valueOf(json.text("state")),
                Math.toIntExact(json.number("cores")),
                json.number("memory"),
                Math.toIntExact(json.number("gpus")),
                json.array("devices").elements().stream()
                        .map(number -> number.asNumber().asInt())
                        .toList(),
                Instant.parse(json.text("since")));
    }
}
