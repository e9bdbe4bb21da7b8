package dev.wadachi.engine;

import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Sink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the sinks of a run act on. Two of them on one target would undo each other. Thread-safe.
final class Targets {

    private static final String ADVICE =
            " would undo each other; give each a target of its own, or run them one after the other";

    private final Map<String, SequencedSet<Node>> byTarget = new TreeMap<>();

    private Targets() {}

    /// The targets of those nodes that may run.
    ///
    /// @throws Refused with every target that several of them have
    static Targets of(Collection<Node> needed, Overrides overrides, Resources outside) {
        Targets targets = new Targets();
        for (Node node : needed) {
            if (node.task instanceof Sink sink && !overrides.standsAlone(node)) {
                targets.add(sink, node, outside);
            }
        }
        List<String> problems = new ArrayList<>();
        targets.byTarget.forEach((target, sinks) -> {
            if (sinks.size() > 1) {
                problems.add(names(sinks) + " all act on " + target + ", and" + ADVICE);
            }
        });
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        return targets;
    }

    private void add(Sink sink, Node node, Resources outside) {
        try {
            byTarget.computeIfAbsent(sink.target(outside), _ -> new LinkedHashSet<>())
                    .add(node);
        } catch (Exception notConfigured) {
            // It may be up to date, or never reached; if it runs, it fails with that.
        }
    }

    /// Notes that a sink acts on a target; one that a body loads is met only now.
    ///
    /// @throws OutsideException if another one does so, too
    synchronized void claim(String target, Node node) {
        SequencedSet<Node> sinks = byTarget.computeIfAbsent(target, _ -> new LinkedHashSet<>());
        sinks.add(node);
        if (sinks.size() > 1) {
            sinks.remove(node);
            throw new OutsideException(
                    named(node) + " and " + names(sinks) + " both act on " + target + ", and" + ADVICE);
        }
    }

    private static String names(SequencedSet<Node> sinks) {
        return sinks.stream().map(Targets::named).collect(Collectors.joining(" and "));
    }

    /// Sinks are often told apart by what they bring alone.
    private static String named(Node sink) {
        String brought = sink.upstreams.stream()
                .map(upstream -> upstream.node().label())
                .distinct()
                .collect(Collectors.joining(", "));
        return sink.label() + (brought.isEmpty() ? "" : " of " + brought);
    }
}
