package dev.wadachi.cli.goal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One pipeline of a sweep, with what is wanted of it.
///
/// @param parameters the pipeline's parameters as text, in the order of their declaration
/// @param goals what is wanted
public record Combination(Map<String, String> parameters, List<Goal> goals) {

    /// Keeps unmodifiable copies.
    public Combination {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        goals = List.copyOf(goals);
    }
}
