package dev.wadachi.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a request was made, for the record.
///
/// @param pipeline the pipeline's name; empty when tasks were asked for directly
/// @param goal the goal's name; empty when tasks were asked for directly
/// @param parameters the pipeline's parameters as text
/// @param command the command line, secrets masked; empty for a program
public record Invocation(String pipeline, String goal, Map<String, String> parameters, List<String> command) {

    /// A program that calls the front door.
    public static final Invocation PROGRAM = new Invocation("", "", Map.of(), List.of());

    /// Keeps unmodifiable copies.
    public Invocation {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        command = List.copyOf(command);
    }
}
