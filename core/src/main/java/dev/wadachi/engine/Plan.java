package dev.wadachi.engine;

import dev.wadachi.digest.Key;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /// In a line: `plan: 2 will run, 7 up to date`.
    @Override
    public String toString() {
        Map<Step.Decision, Long> counts =
                steps.stream().collect(Collectors.groupingBy(Step::decision, TreeMap::new, Collectors.counting()));
        return "plan: "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " "
                                + entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }
}
