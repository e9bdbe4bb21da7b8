package dev.wadachi.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a request was made, for the record.
///
/// @param pipeline the pipeline's name; empty when tasks were asked for directly
/// @param goals the names of its goals; none when tasks were asked for directly, or the pipeline is a single task
/// @param parameters the pipeline's parameters as text
/// @param command the command line, secrets masked; empty for a program
public record Invocation(String pipeline, List<String> goals, Map<String, String> parameters, List<String> command) {

    /// A program that calls the front door.
    public static final Invocation PROGRAM = new Invocation("", List.of(), Map.of(), List.of());

    /// Keeps unmodifiable copies.
    public Invocation {
        goals = List.copyOf(goals);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        command = List.copyOf(command);
    }
}
