package dev.wadachi.engine;

import dev.wadachi.parameter.TaskSpec;
import dev.wadachi.store.Load;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.task.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tasks that no component names: those that bodies loaded while they ran, read off the traces that are kept.
///
/// What the code of today would load is not known before it runs. What its last result loaded is what people see in
/// plans, and what they name.
final class EarlierLoads {

    private final Graph graph;
    private final Store store;
    private boolean isComplete;

    EarlierLoads(Graph graph, Store store) {
        this.graph = graph;
        this.store = store;
    }

    /// Whether the goals need a task of this name, by components or by loads. The graph grows only if it must.
    boolean isNeeded(String task) {
        return graph.names().contains(task) || names().contains(task);
    }

    /// The names of all tasks that the goals need.
    Set<String> names() {
        complete();
        return graph.names();
    }

    /// Adds to the graph what the newest results of its tasks loaded, and what these loaded.
    void complete() {
        if (isComplete) {
            return;
        }
        isComplete = true;
        Deque<Node> open = new ArrayDeque<>(graph.nodes());
        while (!open.isEmpty()) {
            Node loader = open.pop();
            int before = graph.nodes().size();
            for (Recorded recorded : store.traces().ofKey(loader.key, 1)) {
                for (Load load : recorded.trace().inputs().loads()) {
                    if (load instanceof Load.Value value && graph.find(value.key()) == null) {
                        made(graph, loader, value);
                    }
                }
            }
            List<Node> nodes = graph.nodes();
            open.addAll(nodes.subList(before, nodes.size()));
        }
    }

    /// The node of a task that an earlier body loaded, made again from its recipe and new to the graph. Empty if it
    /// cannot be made any more, or has another key today.
    static Optional<Node> made(Graph graph, Node loader, Load.Value load) {
        try {
            Task<?> task = TaskSpec.read(load.recipe(), loader.task.getClass().getClassLoader());
            graph.add(List.of(task));
            return Optional.ofNullable(graph.find(task)).filter(node -> node.key.equals(load.key()));
        } catch (IllegalArgumentException cannotBeMade) {
            return Optional.empty();
        }
    }
}
