package dev.wadachi.cli.goal;

import dev.wadachi.cli.project.Suggestion;
import dev.wadachi.parameter.Nearest;
import dev.wadachi.task.Task;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a pipeline offers: its public methods without arguments that return a task, or a List or Map of tasks.
public final class Goals {

    private Goals() {}

    /// The goals of a pipeline's class, by name.
    public static List<Method> of(Class<?> pipeline) {
        Set<String> accessors = Arrays.stream(pipeline.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        return Arrays.stream(pipeline.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isBridge()
                        && !accessors.contains(method.getName())
                        && isTasks(method.getGenericReturnType()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    /// The tasks behind a name: those of the goal that is called so, or every task of that name that the goals need.
    ///
    /// @throws NoSuchGoal if there is none, with the nearest
    static List<Goal> named(Record pipeline, String name) {
        List<Method> offered = of(pipeline.getClass());
        List<Goal> goals = offered.stream()
                .filter(method -> method.getName().equals(name))
                .flatMap(method -> call(pipeline, method).stream())
                .toList();
        if (!goals.isEmpty()
                || offered.stream().anyMatch(method -> method.getName().equals(name))) {
            return goals;
        }
        TaskNames reachable = TaskNames.of(offered.stream()
                .flatMap(method -> call(pipeline, method).stream())
                .map(Goal::task)
                .toList());
        List<Goal> tasks = reachable.called(name);
        if (tasks.isEmpty()) {
            throw new NoSuchGoal(missing(pipeline, name, offered, reachable));
        }
        return tasks;
    }

    /// The goal's tasks; one of its own for each element of a list or map.
    private static List<Goal> call(Record pipeline, Method method) {
        String name = method.getName();
        return switch (invoke(pipeline, method)) {
            case Task<?> task -> List.of(new Goal(name, task));
            case Collection<?> tasks -> {
                List<Goal> goals = new ArrayList<>();
                tasks.forEach(task -> goals.add(new Goal(name + "[" + goals.size() + "]", (Task<?>) task)));
                yield goals;
            }
            case Map<?, ?> tasks ->
                // Map.of gives another order in each process.
                tasks.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> String.valueOf(entry.getKey())))
                        .map(entry -> new Goal(name + "[" + entry.getKey() + "]", (Task<?>) entry.getValue()))
                        .toList();
            default -> throw new IllegalStateException(method + " returned neither a task nor tasks");
        };
    }

    private static Object invoke(Record pipeline, Method method) {
        String call = pipeline.getClass().getSimpleName() + "." + method.getName() + "()";
        try {
            method.setAccessible(true);
            Object tasks = method.invoke(pipeline);
            if (tasks == null) {
                throw new NoSuchGoal(call + " returned null, where a task is due");
            }
            return tasks;
        } catch (InvocationTargetException e) {
            throw new UserCodeFailed(call, e.getTargetException());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot call " + call, e);
        }
    }

    private static boolean isTasks(Type type) {
        return switch (type) {
            case Class<?> raw -> Task.class.isAssignableFrom(raw);
            case ParameterizedType generic
            when generic.getRawType() instanceof Class<?> raw ->
                Task.class.isAssignableFrom(raw)
                        || (raw == List.class && isTasks(generic.getActualTypeArguments()[0]))
                        || (raw == Map.class && isTasks(generic.getActualTypeArguments()[1]));
            default -> false;
        };
    }

    private static String missing(Record pipeline, String name, List<Method> offered, TaskNames reachable) {
        String type = pipeline.getClass().getSimpleName();
        if (offered.isEmpty()) {
            return type + " has no goal: give it a public method without arguments that returns a task";
        }
        List<String> names =
                new ArrayList<>(offered.stream().map(Method::getName).toList());
        if (Nearest.to(name, names).isEmpty()) {
            names.addAll(reachable.names());
        }
        return type + " has no goal and no task " + name + Suggestion.of(name, names);
    }
}
