package dev.wadachi.parameter;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.task.Given;
import dev.wadachi.task.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes tasks in the order in which they were written, so that upstreams are there when they are needed.
final class TaskSpecReader {

    private final ClassLoader loader;
    private final List<Task<?>> made = new ArrayList<>();

    TaskSpecReader(ClassLoader loader) {
        this.loader = loader;
    }

    Task<?> read(JsonObject json) {
        for (Json node : json.array(TaskSpec.TASKS)) {
            add(node.asObject());
        }
        if (made.isEmpty()) {
            throw new JsonException("There is no task in it.");
        }
        return made.getLast();
    }

    /// Makes one more task, whose upstreams are among those that are made already.
    Task<?> add(JsonObject node) {
        Task<?> task = task(node);
        made.add(task);
        return task;
    }

    /// Takes a task that is at hand for the next place.
    void take(Task<?> task) {
        made.add(task);
    }

    /// The task at a place.
    ///
    /// @throws JsonException if there is none
    Task<?> at(int place) {
        if (place < 0 || place >= made.size()) {
            throw new JsonException("There is no task " + place + " before it.");
        }
        return made.get(place);
    }

    private Task<?> task(JsonObject node) {
        Class<?> type = load(node.text(TaskSpec.CLASS));
        if (type == Given.class) {
            return given(node);
        }
        if (!type.isRecord() || !Task.class.isAssignableFrom(type)) {
            throw new JsonException(type.getName() + " is no longer a task.");
        }
        Shape shape = Shape.of(type);
        if (!shape.refusals().isEmpty()) {
            throw new RefusedException(shape.refusals());
        }
        JsonObject components = node.object(TaskSpec.COMPONENTS);
        Object[] values = new Object[shape.slots().size()];
        for (Slot slot : shape.slots()) {
            values[slot.index()] = value(slot, components);
        }
        return make(type, values);
    }

    private static Task<?> make(Class<?> type, Object[] values) {
        try {
            return (Task<?>) RecordAccess.of(type).create(values);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " can no longer be made of its recorded components: " + Reason.of(e), e);
        }
    }

    private Task<?> given(JsonObject node) {
        Optional<String> absent = node.findText(TaskSpec.ABSENT);
        if (absent.isPresent()) {
            return new Given<>(new AbsentValue(load(absent.get())));
        }
        JsonObject given = node.findObject(TaskSpec.GIVEN)
                .orElseThrow(() -> new JsonException("A value that was given is not kept here."));
        return new Given<>(GivenForm.read(given, this::load));
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return RenamedClass.find(name, loader)
                    .orElseThrow(() -> new IllegalArgumentException("The class " + name + " is gone.", e));
        }
    }

    private Object value(Slot slot, JsonObject components) {
        return switch (slot) {
            case ParameterSlot parameter -> JsonParser.component(parameter.field(), components);
            case Slot.One one -> upstream(member(one.name(), components));
            case Slot.Several several ->
                upstreams(member(several.name(), components).asArray());
            case Slot.Named named -> upstreams(member(named.name(), components).asObject());
        };
    }

    private static Json member(StoredName name, JsonObject components) {
        return components.has(name.current()) ? components.get(name.current()) : components.get(name.stored());
    }

    private Task<?> upstream(Json index) {
        return at(index.asNumber().asInt());
    }

    private List<Task<?>> upstreams(JsonArray indexes) {
        List<Task<?>> upstreams = new ArrayList<>(indexes.size());
        indexes.forEach(index -> upstreams.add(upstream(index)));
        return List.copyOf(upstreams);
    }

    private Map<String, Task<?>> upstreams(JsonObject indexes) {
        Map<String, Task<?>> upstreams = new LinkedHashMap<>();
        indexes.members().forEach((name, index) -> upstreams.put(name, upstream(index)));
        return Collections.unmodifiableMap(upstreams);
    }
}
