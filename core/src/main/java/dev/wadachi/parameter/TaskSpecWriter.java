package dev.wadachi.parameter;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.task.Given;
import dev.wadachi.task.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Writes tasks in the order of their needs: a task stands on the stack until all its upstreams are written.
final class TaskSpecWriter {

    private final List<Json> written = new ArrayList<>();
    private final Map<JsonObject, Integer> indexes = new HashMap<>();
    private final IdentityHashMap<Task<?>, Integer> byTask = new IdentityHashMap<>();

    private record Step(Task<?> task, List<Component> components) {}

    Json write(Task<?> goal) {
        Deque<Step> open = new ArrayDeque<>();
        open.push(step(goal));
        while (!open.isEmpty()) {
            Step step = open.peek();
            List<Task<?>> missing = byTask.containsKey(step.task()) ? List.of() : missing(step);
            if (missing.isEmpty()) {
                open.pop();
                byTask.computeIfAbsent(step.task(), task -> place(node(step)));
            } else {
                missing.forEach(task -> open.push(step(task)));
            }
        }
        return JsonObject.builder().put(TaskSpec.TASKS, new JsonArray(written)).build();
    }

    private static Step step(Task<?> task) {
        Reading reading = Shape.of(task.getClass()).read(task);
        if (!reading.refusals().isEmpty()) {
            throw new RefusedException(reading.refusals());
        }
        return new Step(task, reading.components());
    }

    private List<Task<?>> missing(Step step) {
        List<Task<?>> missing = new ArrayList<>();
        for (Component component : step.components()) {
            for (Task<?> upstream : upstreams(component)) {
                if (!byTask.containsKey(upstream)) {
                    missing.add(upstream);
                }
            }
        }
        return missing;
    }

    private static List<Task<?>> upstreams(Component component) {
        return switch (component) {
            case Component.Parameter _ -> List.of();
            case Component.Upstream one -> List.of(one.task());
            case Component.Upstreams several -> several.tasks();
            case Component.NamedUpstreams named -> List.copyOf(named.tasks().values());
        };
    }

    /// Equal tasks have one place, however many objects they are.
    private int place(JsonObject node) {
        return indexes.computeIfAbsent(node, unseen -> {
            written.add(unseen);
            return written.size() - 1;
        });
    }

    private JsonObject node(Step step) {
        JsonObjectBuilder node =
                JsonObject.builder().put(TaskSpec.CLASS, step.task().getClass().getName());
        if (step.task() instanceof Given<?>(Object value)) {
            return node.put(TaskSpec.GIVEN, GivenForm.write(value)).build();
        }
        JsonObjectBuilder components = JsonObject.builder();
        step.components().forEach(component -> components.put(component.name(), json(component)));
        return node.put(TaskSpec.COMPONENTS, components.build()).build();
    }

    private Json json(Component component) {
        return switch (component) {
            case Component.Parameter parameter ->
                JsonForm.write(parameter.slot().field().kind(), parameter.value());
            case Component.Upstream one -> index(one.task());
            case Component.Upstreams several ->
                new JsonArray(several.tasks().stream().<Json>map(this::index).toList());
            case Component.NamedUpstreams named -> {
                JsonObjectBuilder names = JsonObject.builder();
                named.tasks().forEach((name, task) -> names.put(name, index(task)));
                yield names.build();
            }
        };
    }

    private Json index(Task<?> task) {
        Integer index = byTask.get(task);
        if (index == null) {
            throw new IllegalStateException("A task is written before its upstream.");
        }
        return Json.of(index);
    }
}
