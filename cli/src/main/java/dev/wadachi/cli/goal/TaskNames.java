package dev.wadachi.cli.goal;

import dev.wadachi.parameter.Component;
import dev.wadachi.parameter.Shape;
import dev.wadachi.task.Name;
import dev.wadachi.task.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The tasks of a graph by name. Walked without recursion, and without calling anything of the user's: a chain may be
/// long, and a task's equals may be anything.
record TaskNames(SortedMap<String, List<Task<?>>> tasks) {

    static TaskNames of(Collection<Task<?>> goals) {
        SortedMap<String, List<Task<?>>> byName = new TreeMap<>();
        Set<Task<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Task<?>> waiting = new ArrayDeque<>(goals);
        while (!waiting.isEmpty()) {
            Task<?> task = waiting.removeFirst();
            if (seen.add(task)) {
                byName.computeIfAbsent(nameOf(task.getClass()), _ -> new ArrayList<>())
                        .add(task);
                Shape.of(task.getClass()).read(task).components().forEach(component -> upstreams(component, waiting));
            }
        }
        return new TaskNames(byName);
    }

    private static void upstreams(Component component, Deque<Task<?>> waiting) {
        switch (component) {
            case Component.Parameter _ -> {}
            case Component.Upstream upstream -> waiting.add(upstream.task());
            case Component.Upstreams upstreams -> waiting.addAll(upstreams.tasks());
            case Component.NamedUpstreams upstreams ->
                waiting.addAll(upstreams.tasks().values());
        }
    }

    static String nameOf(Class<?> task) {
        Name name = task.getAnnotation(Name.class);
        return name == null ? task.getSimpleName() : name.value();
    }

    List<Goal> called(String name) {
        return tasks.getOrDefault(name, List.of()).stream()
                .map(task -> new Goal(name, task))
                .toList();
    }

    SortedSet<String> names() {
        return new TreeSet<>(tasks.keySet());
    }
}
