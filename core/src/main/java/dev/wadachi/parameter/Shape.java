package dev.wadachi.parameter;

import dev.wadachi.digest.Digest;
import dev.wadachi.task.Task;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the components of a task class are, found out once per class.
///
/// Reading a task takes its fields and calls no code of the user's: no accessor, `equals`, `hashCode` or `toString`.
/// Immutable, thread-safe, and collected with the class.
public final class Shape {

    private static final ClassValue<Shape> CACHE = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return ShapeFinder.find(type);
        }
    };

    private final Class<?> type;
    private final List<Slot> slots;
    private final List<Refusal> refusals;

    Shape(Class<?> type, List<Slot> slots, List<Refusal> refusals) {
        this.type = type;
        this.slots = List.copyOf(slots);
        this.refusals = List.copyOf(refusals);
    }

    /// The shape of a task class. Never fails: what is wrong with the class is in [#refusals()].
    public static Shape of(Class<?> taskClass) {
        return CACHE.get(taskClass);
    }

    /// Everything that the class declares and no task can have; empty when all is well.
    public List<Refusal> refusals() {
        return refusals;
    }

    List<Slot> slots() {
        return slots;
    }

    /// The components of one task of this class. What is refused is left out of them, so that the rest of a graph can
    /// be searched and all refusals be reported at once.
    public Reading read(Task<?> task) {
        if (slots.isEmpty()) {
            return new Reading(List.of(), refusals);
        }
        List<Component> components = new ArrayList<>(slots.size());
        List<Refusal> found = refusals;
        RecordAccess access = RecordAccess.of(type);
        for (Slot slot : slots) {
            try {
                components.add(component(slot, access.read(task, slot.index())));
            } catch (BadValue e) {
                found = new ArrayList<>(found);
                found.add(e.refusal(place(access, slot)));
            }
        }
        return new Reading(components, found);
    }

    private String place(RecordAccess access, Slot slot) {
        RecordComponent component = access.components().get(slot.index());
        return type.getSimpleName() + "." + component.getName();
    }

    private static Component component(Slot slot, @Nullable Object value) {
        return switch (slot) {
            case ParameterSlot parameter -> parameter(parameter, present(value, Object.class));
            case Slot.One one ->
                new Component.Upstream(one.name().current(), one.name().stored(), present(value, Task.class));
            case Slot.Several several ->
                new Component.Upstreams(
                        several.name().current(), several.name().stored(), tasks(present(value, List.class)));
            case Slot.Named named ->
                new Component.NamedUpstreams(
                        named.name().current(), named.name().stored(), tasks(present(value, Map.class)));
        };
    }

    private static Component.Parameter parameter(ParameterSlot slot, Object value) {
        byte[] encoded = Encoding.of(slot.field().kind(), value);
        return new Component.Parameter(
                slot, value, Digest.of(encoded), slot.field().standing(encoded));
    }

    private static List<Task<?>> tasks(List<?> values) {
        List<Task<?>> tasks = new ArrayList<>(values.size());
        for (Object value : values) {
            tasks.add(element(value, "[" + tasks.size() + "]"));
        }
        return List.copyOf(tasks);
    }

    private static SortedMap<String, Task<?>> tasks(Map<?, ?> values) {
        SortedMap<String, Task<?>> tasks = new TreeMap<>();
        values.forEach((name, value) -> tasks.put(name(name), element(value, "[" + name + "]")));
        return Collections.unmodifiableSortedMap(tasks);
    }

    private static String name(@Nullable Object name) {
        if (name == null) {
            throw BadValue.isNull().within("[null]");
        }
        return (String) name;
    }

    private static Task<?> element(@Nullable Object value, String step) {
        if (value == null) {
            throw BadValue.isNull().within(step);
        }
        return (Task<?>) value;
    }

    private static <T> T present(@Nullable Object value, Class<T> type) {
        if (value == null) {
            throw BadValue.isNull();
        }
        return type.cast(value);
    }
}
