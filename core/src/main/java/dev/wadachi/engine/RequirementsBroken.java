package dev.wadachi.engine;

import dev.wadachi.task.Violation;
import java.util.List;
import java.util.stream.Collectors;

/// Upstreams gave values that a task cannot use, so it was not run.
final class RequirementsBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final List<String> upstreams;

    /// @param mismatches all that is wrong
    /// @param upstreams the labels of the tasks that gave the values
    RequirementsBroken(List<Violation> mismatches, List<String> upstreams) {
        super(mismatches.stream().map(Violation::toString).collect(Collectors.joining("\n  ")));
        this.upstreams = List.copyOf(upstreams);
    }

    List<String> upstreams() {
        return upstreams;
    }
}
