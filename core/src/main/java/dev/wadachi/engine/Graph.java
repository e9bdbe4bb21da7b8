package dev.wadachi.engine;

import dev.wadachi.codec.Codecs;
import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import dev.wadachi.digest.Key;
import dev.wadachi.parameter.Component;
import dev.wadachi.parameter.Reading;
import dev.wadachi.parameter.Shape;
import dev.wadachi.parameter.Standing;
import dev.wadachi.task.Given;
import dev.wadachi.task.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All tasks that goals need: one node for each key, each after its upstreams.
///
/// Grows while a run goes on, by the tasks that bodies load. Tasks are walked without recursion and told apart by
/// identity, never by their own `equals`, so deep chains and stacked diamonds cost what they have in objects.
/// Thread-safe.
final class Graph {

    private final Capacity capacity;
    private final GivenValues given;
    private final IdentityHashMap<Task<?>, Node> byTask = new IdentityHashMap<>();
    private final Map<Key, Node> byKey = new HashMap<>();
    private final TaskNames names = new TaskNames();
    private final Portability portability = new Portability();
    private final List<Node> nodes = new ArrayList<>();

    Graph(Capacity capacity, GivenValues given) {
        this.capacity = capacity;
        this.given = given;
    }

    /// A task whose components are being walked.
    private record Frame(Task<?> task, List<Component> components, List<Task<?>> upstreams, Iterator<Task<?>> left) {}

    /// Adds tasks with all that they need.
    ///
    /// @return the nodes that are new, each after its upstreams
    /// @throws Refused with everything that is wrong with any of the tasks
    synchronized List<Node> add(Collection<? extends Task<?>> goals) {
        int before = nodes.size();
        SequencedSet<String> problems = new LinkedHashSet<>();
        for (Task<?> goal : goals) {
            walk(goal, problems);
        }
        if (!problems.isEmpty()) {
            withdraw(before);
            throw new Refused(List.copyOf(problems));
        }
        return List.copyOf(nodes.subList(before, nodes.size()));
    }

    /// The node of a task that was added before, or null.
    synchronized @Nullable Node find(Task<?> task) {
        return byTask.get(task);
    }

    /// The node of a key, or null.
    synchronized @Nullable Node find(Key key) {
        return byKey.get(key);
    }

    /// All nodes so far, each after its upstreams.
    synchronized List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /// The names of all tasks so far.
    synchronized Set<String> names() {
        return names.all();
    }

    private void walk(Task<?> goal, Set<String> problems) {
        Deque<Frame> path = new ArrayDeque<>();
        Set<Task<?>> broken = Collections.newSetFromMap(new IdentityHashMap<>());
        enter(goal, path, problems, broken);
        while (!path.isEmpty()) {
            Frame frame = path.peek();
            if (frame.left().hasNext()) {
                enter(frame.left().next(), path, problems, broken);
            } else {
                path.pop();
                leave(frame, problems, broken);
            }
        }
    }

    private void enter(Task<?> task, Deque<Frame> path, Set<String> problems, Set<Task<?>> broken) {
        if (byTask.containsKey(task) || broken.contains(task)) {
            return;
        }
        Reading reading = Shape.of(task.getClass()).read(task);
        reading.refusals().forEach(refusal -> problems.add(refusal.toString()));
        if (!reading.refusals().isEmpty()) {
            broken.add(task);
        }
        List<Task<?>> upstreams = new ArrayList<>();
        for (Component component : reading.components()) {
            switch (component) {
                case Component.Parameter _ -> {}
                case Component.Upstream one -> upstreams.add(one.task());
                case Component.Upstreams several -> upstreams.addAll(several.tasks());
                case Component.NamedUpstreams named ->
                    upstreams.addAll(named.tasks().values());
            }
        }
        path.push(new Frame(task, reading.components(), upstreams, upstreams.iterator()));
    }

    private void leave(Frame frame, Set<String> problems, Set<Task<?>> broken) {
        Task<?> task = frame.task();
        if (byTask.containsKey(task)) {
            return;
        }
        if (broken.contains(task) || frame.upstreams().stream().anyMatch(upstream -> !byTask.containsKey(upstream))) {
            broken.add(task);
            return;
        }
        try {
            Node node = node(task, frame.components());
            Node known = byKey.putIfAbsent(node.key, node);
            byTask.put(task, known == null ? node : known);
            if (known == null) {
                nodes.add(node);
            }
        } catch (IllegalArgumentException e) {
            broken.add(task);
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private Node node(Task<?> task, List<Component> components) {
        if (task instanceof Given<?> value) {
            return given.node(value);
        }
        TaskNames.Names name = names.of(task);
        List<Node.Parameter> parameters = new ArrayList<>();
        List<Node.Upstream> upstreams = new ArrayList<>();
        Set<Class<?>> held = new HashSet<>();
        Hasher hasher = Hasher.create().text(name.stored());
        for (Component component : components.stream().sorted(BY_STORED_NAME).toList()) {
            switch (component) {
                case Component.Parameter parameter -> {
                    HeldClasses.collect(parameter.value(), held);
                    if (parameter.standing() == Standing.SIGNIFICANT) {
                        Digest digest = parameter.digest();
                        hasher.text(parameter.storedName()).digest(digest);
                        parameters.add(new Node.Parameter(parameter.storedName(), parameter.text(), digest));
                    }
                }
                case Component.Upstream one -> upstreams.add(upstream(one.storedName(), one.task()));
                case Component.Upstreams several -> {
                    for (int i = 0; i < several.tasks().size(); i++) {
                        upstreams.add(upstream(
                                several.storedName() + "[" + i + "]",
                                several.tasks().get(i)));
                    }
                }
                case Component.NamedUpstreams named ->
                    named.tasks()
                            .forEach(
                                    (key, each) -> upstreams.add(upstream(named.storedName() + "[" + key + "]", each)));
            }
        }
        upstreams.forEach(upstream -> {
            hasher.text(upstream.component())
                    .text(upstream.node().key.task())
                    .digest(upstream.node().key.digest());
            held.add(upstream.node().task.getClass());
        });
        Node node = new Node(
                new Key(name.stored(), hasher.finish()),
                name.current(),
                task,
                Codecs.of(task),
                parameters,
                upstreams,
                held);
        List<String> lacks = capacity.lacks(node.traits.claim());
        if (!lacks.isEmpty()) {
            throw new IllegalArgumentException(node.label() + " needs " + String.join(", and ", lacks)
                    + "; lower its @Needs, or run it on a larger machine");
        }
        if (node.traits.heap().isPresent()) {
            portability.problem(node).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
        }
        return node;
    }

    private static final Comparator<Component> BY_STORED_NAME = Comparator.comparing(Component::storedName);

    private Node.Upstream upstream(String component, Task<?> task) {
        Node node = byTask.get(task);
        if (node == null) {
            throw new AssertionError("a task is left before its upstream");
        }
        return new Node.Upstream(component, node);
    }

    private void withdraw(int before) {
        List<Node> added = nodes.subList(before, nodes.size());
        Set<Node> gone = Set.copyOf(added);
        byTask.values().removeAll(gone);
        byKey.values().removeAll(gone);
        added.clear();
    }
}
