package dev.wadachi.engine;

import dev.wadachi.digest.Key;
import java.util.List;

/// What a run would do, and why. Nothing was run to find out.
///
/// @param goals the keys of what was asked for, in the order of the request
/// @param steps every task that the goals need, each after those that it needs
/// @param warnings what was noticed on the way, such as a clock that the code reads
public record Plan(List<Key> goals, List<Step> steps, List<String> warnings) {

    /// Keeps unmodifiable copies.
    public Plan {
        goals = List.copyOf(goals);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /// Whether every task is up to date.
    public boolean isUpToDate() {
        return steps.stream().allMatch(step -> step.decision() == Step.Decision.UP_TO_DATE);
    }
}
