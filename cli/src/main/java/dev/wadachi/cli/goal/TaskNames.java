package dev.wadachi.cli.goal;

import dev.wadachi.parameter.Component;
import dev.wadachi.parameter.Shape;
import dev.wadachi.parameter.Standing;
import dev.wadachi.task.Name;
import dev.wadachi.task.OwnTraits;
import dev.wadachi.task.Task;
import dev.wadachi.task.Was;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The tasks of a graph by name, equal ones once.
///
/// Walked without recursion, for a chain may be long, and without calling anything of the user's, for a task's equals
/// may be anything: tasks are equal when their classes, their parameters' digests and their upstreams are.
final class TaskNames {

    private final SortedMap<String, List<Task<?>>> tasks = new TreeMap<>();
    private final IdentityHashMap<Task<?>, Integer> numbers = new IdentityHashMap<>();
    private final Map<List<Object>, Integer> known = new HashMap<>();

    private TaskNames() {}

    static TaskNames of(Collection<Task<?>> goals) {
        TaskNames names = new TaskNames();
        names.walk(goals);
        return names;
    }

    private static String nameOf(Task<?> task) {
        Optional<String> own = task instanceof OwnTraits traits ? traits.name() : Optional.empty();
        return own.orElseGet(() -> nameOf(task.getClass()));
    }

    static String nameOf(Class<?> task) {
        Name name = task.getAnnotation(Name.class);
        return name == null ? task.getSimpleName() : name.value();
    }

    /// @param name of today, or an older one that `@Was` tells
    List<Goal> called(String name) {
        String today = today(name);
        return tasks.getOrDefault(today, List.of()).stream()
                .map(task -> new Goal(today, task))
                .toList();
    }

    /// What a task is called today that was renamed; else the name as it is.
    String today(String name) {
        if (tasks.containsKey(name)) {
            return name;
        }
        return tasks.entrySet().stream()
                .filter(named -> named.getValue().stream().anyMatch(task -> wasCalled(name, task.getClass())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }

    private static boolean wasCalled(String name, Class<?> task) {
        Was was = task.getAnnotation(Was.class);
        return was != null && was.value().equals(name);
    }

    SortedSet<String> names() {
        return new TreeSet<>(tasks.keySet());
    }

    /// Upstreams first: a task stays on the stack until all that it needs has its number.
    private void walk(Collection<Task<?>> goals) {
        Deque<Task<?>> stack = new ArrayDeque<>(goals);
        while (!stack.isEmpty()) {
            Task<?> task = stack.getFirst();
            List<Component> components = Shape.of(task.getClass()).read(task).components();
            List<Task<?>> unknown = components.stream()
                    .flatMap(component -> upstreams(component).stream())
                    .filter(upstream -> !numbers.containsKey(upstream))
                    .toList();
            if (unknown.isEmpty()) {
                stack.removeFirst();
                number(task, components);
            } else {
                unknown.forEach(stack::addFirst);
            }
        }
    }

    private void number(Task<?> task, List<Component> components) {
        List<Object> meaning = new ArrayList<>(List.of(task.getClass(), nameOf(task)));
        for (Component component : components) {
            if (component instanceof Component.Parameter parameter) {
                meaning.add(parameter.standing() == Standing.SIGNIFICANT ? parameter.digest() : component.name());
            } else {
                meaning.add(upstreams(component).stream().map(numbers::get).toList());
            }
        }
        Integer before = known.putIfAbsent(meaning, known.size());
        if (before == null) {
            tasks.computeIfAbsent(nameOf(task), _ -> new ArrayList<>()).add(task);
        }
        numbers.put(task, before == null ? known.size() - 1 : before);
    }

    private static Collection<Task<?>> upstreams(Component component) {
        return switch (component) {
            case Component.Parameter _ -> List.of();
            case Component.Upstream upstream -> List.of(upstream.task());
            case Component.Upstreams upstreams -> upstreams.tasks();
            case Component.NamedUpstreams upstreams -> upstreams.tasks().values();
        };
    }
}
