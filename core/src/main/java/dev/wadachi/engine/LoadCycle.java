package dev.wadachi.engine;

import java.util.Deque;
import java.util.stream.Collectors;

/// A body loads a task that needs, at some remove, this very body's value.
final class LoadCycle extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param cycle from the loaded node to the loading one, each needing the next
    LoadCycle(Node loader, Deque<Node> cycle) {
        super("it loads " + cycle.getFirst().label() + ", which needs its own value: "
                + loader.label() + " → " + cycle.stream().map(Node::label).collect(Collectors.joining(" → "))
                + "; break the circle by loading something that does not need it");
    }
}
