package dev.wadachi.engine;

import dev.wadachi.task.Expectations;
import dev.wadachi.task.Requirement;
import dev.wadachi.task.Task;
import dev.wadachi.task.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Holds what a task requires against what its upstreams gave, before its body runs.
///
/// Nothing is noted as loaded: what the result depends on is what the body reads.
final class Requirements {

    private Requirements() {}

    /// Returns what is to be told, though the body may run.
    ///
    /// @throws RequirementsBroken with everything that does not hold
    static List<Violation> check(Node node, BodyContext context) {
        List<Violation> told = new ArrayList<>();
        List<Violation> refused = new ArrayList<>();
        SequencedSet<String> upstreams = new LinkedHashSet<>();
        for (Requirement<?> requirement : ((Task<?>) node.task).requires()) {
            Node upstream = upstream(node, requirement.upstream(), context);
            for (Violation violation : violations(requirement.expected(), context.valueOf(upstream))) {
                Violation named = named(upstream, violation);
                switch (violation.level()) {
                    case WARN -> told.add(named);
                    case REFUSE -> {
                        refused.add(named);
                        upstreams.add(upstream.label());
                    }
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new RequirementsBroken(refused, List.copyOf(upstreams));
        }
        return told;
    }

    private static Node upstream(Node node, Task<?> task, BodyContext context) {
        return context.known(task)
                .filter(known -> node.upstreams.stream().anyMatch(upstream -> upstream.node() == known))
                .orElseThrow(() -> new IllegalArgumentException(node.name + ".requires() names "
                        + task.getClass().getSimpleName() + ", which is no component of " + node.name
                        + "; hand the component itself to the requirement"));
    }

    @SuppressWarnings("unchecked") // the value is of the type that the upstream declares
    private static List<Violation> violations(Expectations<?> expected, Object value) {
        return ((Expectations<Object>) expected).check(value);
    }

    private static Violation named(Node upstream, Violation violation) {
        return new Violation(
                "in what " + upstream.label() + " gave, " + violation.expectation(),
                violation.found(),
                violation.level());
    }
}
