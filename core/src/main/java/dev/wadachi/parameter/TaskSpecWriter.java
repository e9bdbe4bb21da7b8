package dev.wadachi.parameter;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonNull;
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
import java.util.function.Consumer;

/// Writes tasks in the order of their needs: a task stands on the stack until all its upstreams are written.
final class TaskSpecWriter {

    /// What becomes of a given value that has no JSON form, such as a table.
    enum Formless {
        /// It is not kept: whoever reads the task finds that it cannot be made again.
        LOST,
        /// The place stands for it, to somebody who asks the writer for the value.
        BY_PLACE
    }

    private final Formless formless;
    private final List<Json> written = new ArrayList<>();
    private final Map<JsonObject, Integer> indexes = new HashMap<>();
    private final IdentityHashMap<Task<?>, Integer> byTask = new IdentityHashMap<>();

    private record Step(Task<?> task, List<Component> components) {}

    TaskSpecWriter(Formless formless) {
        this.formless = formless;
    }

    Json write(Task<?> goal) {
        add(goal, _ -> {});
        return JsonObject.builder().put(TaskSpec.TASKS, new JsonArray(written)).build();
    }

    /// Writes a task behind those that are written already, after the upstreams that it has and they are not.
    ///
    /// @param placed is told the task of each new place
    /// @return its place
    int add(Task<?> goal, Consumer<Task<?>> placed) {
        Deque<Step> open = new ArrayDeque<>();
        open.push(step(goal));
        while (!open.isEmpty()) {
            Step step = open.peek();
            List<Task<?>> missing = byTask.containsKey(step.task()) ? List.of() : missing(step);
            if (missing.isEmpty()) {
                open.pop();
                byTask.computeIfAbsent(step.task(), task -> place(node(step), () -> placed.accept(task)));
            } else {
                missing.forEach(task -> open.push(step(task)));
            }
        }
        return placeOf(goal);
    }

    /// Takes the next place for a task that somebody else wrote.
    void take(Task<?> task, JsonObject node) {
        int place = written.size();
        written.add(node);
        indexes.putIfAbsent(node, place);
        byTask.put(task, place);
    }

    /// What is written from a place on.
    List<Json> from(int place) {
        return List.copyOf(written.subList(place, written.size()));
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
    private int place(JsonObject node, Runnable isNew) {
        return indexes.computeIfAbsent(node, unseen -> {
            written.add(unseen);
            isNew.run();
            return written.size() - 1;
        });
    }

    private JsonObject node(Step step) {
        JsonObjectBuilder node =
                JsonObject.builder().put(TaskSpec.CLASS, step.task().getClass().getName());
        if (step.task() instanceof Given<?>(Object value)) {
            return given(node, value);
        }
        JsonObjectBuilder components = JsonObject.builder();
        step.components().forEach(component -> components.put(component.name(), json(component)));
        return node.put(TaskSpec.COMPONENTS, components.build()).build();
    }

    private JsonObject given(JsonObjectBuilder node, Object value) {
        Json json = GivenForm.write(value);
        if (json instanceof JsonNull && formless == Formless.BY_PLACE) {
            // Two of one class are two values: the place tells them apart.
            return node.put(TaskSpec.ABSENT, value.getClass().getName())
                    .put(TaskSpec.PLACE, written.size())
                    .build();
        }
        return node.put(TaskSpec.GIVEN, json).build();
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
        return Json.of(placeOf(task));
    }

    private int placeOf(Task<?> task) {
        Integer place = byTask.get(task);
        if (place == null) {
            throw new IllegalStateException("A task is written before its upstream.");
        }
        return place;
    }
}
