package dev.wadachi.parameter;

import dev.wadachi.task.Added;
import dev.wadachi.task.Given;
import dev.wadachi.task.Insignificant;
import dev.wadachi.task.Task;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks at a task class once: which components are parameters, which are upstreams, and which are refused.
final class ShapeFinder {

    private final Class<?> type;
    private final KindResolver kinds = new KindResolver();
    private final List<Slot> slots = new ArrayList<>();

    private ShapeFinder(Class<?> type) {
        this.type = type;
    }

    static Shape find(Class<?> type) {
        ShapeFinder finder = new ShapeFinder(type);
        // A given value means its bytes, and those are its codec's business.
        if (type != Given.class) {
            finder.look();
        }
        return new Shape(type, finder.slots, finder.kinds.refusals());
    }

    private void look() {
        if (!type.isRecord()) {
            kinds.refuse(
                    type.getName(),
                    "is a task but no record, so nothing says what it depends on",
                    "write it as a record whose components are its parameters and upstreams");
            return;
        }
        Records.access(type, type.getName(), kinds).ifPresent(access -> {
            for (int i = 0; i < access.components().size(); i++) {
                component(i, access.components().get(i));
            }
        });
        checkNames();
    }

    private void component(int index, RecordComponent component) {
        String place = type.getSimpleName() + "." + component.getName();
        Type declared = Types.substitute(component.getGenericType(), Map.of());
        StoredName name = StoredName.of(component);
        Optional<Slot> upstream = upstream(index, name, declared, place);
        if (upstream.isPresent()) {
            checkAnnotations(component, place);
            slots.add(upstream.get());
        } else if (!isTask(lastArgument(declared))) {
            kinds.field(index, component, declared, place).ifPresent(field -> slots.add(new ParameterSlot(field)));
        }
    }

    /// The slot of an upstream; empty for a parameter, and, with a refusal, for tasks in the wrong container.
    private Optional<Slot> upstream(int index, StoredName name, Type declared, String place) {
        Class<?> raw = Types.raw(declared);
        if (isTask(declared)) {
            return Optional.of(new Slot.One(index, name));
        }
        if (!isTask(lastArgument(declared))) {
            return Optional.empty();
        }
        if (raw == List.class) {
            return Optional.of(new Slot.Several(index, name));
        }
        if (raw == Map.class && firstArgument(declared) == String.class) {
            return Optional.of(new Slot.Named(index, name));
        }
        String task = Types.name(lastArgument(declared));
        kinds.refuse(
                place,
                "is " + Types.name(declared) + problemOf(raw),
                "write List<" + task + ">" + insteadOf(raw, task));
        return Optional.empty();
    }

    private static String problemOf(Class<?> container) {
        if (Set.class.isAssignableFrom(container)) {
            return ", and a set of tasks has no order in which to load them";
        }
        return Map.class.isAssignableFrom(container)
                ? ", but the names of upstreams are texts"
                : ", which holds a task where no upstream is looked for";
    }

    private static String insteadOf(Class<?> container, String task) {
        return container == Optional.class ? " with none or one element" : " or Map<String, " + task + ">";
    }

    private void checkAnnotations(RecordComponent component, String place) {
        if (component.isAnnotationPresent(Insignificant.class)) {
            kinds.refuse(
                    place,
                    "is an upstream marked @Insignificant, but its value enters the result",
                    "leave the annotation out, or pass what is insignificant as a parameter");
        }
        if (component.isAnnotationPresent(Added.class)) {
            kinds.refuse(
                    place,
                    "is an upstream marked @Added, but no text can stand for a task",
                    "leave the annotation out, and 'wadachi accept' the old results");
        }
    }

    private void checkNames() {
        List<String> seen = new ArrayList<>();
        for (Slot slot : slots) {
            String name = switch (slot) {
                case ParameterSlot parameter -> parameter.field().name().stored();
                case Slot.One one -> one.name().stored();
                case Slot.Several several -> several.name().stored();
                case Slot.Named named -> named.name().stored();
            };
            if (seen.contains(name)) {
                kinds.refuse(
                        type.getSimpleName(),
                        "has two components named '" + name + "'",
                        "mend the @Was of one of them");
            }
            seen.add(name);
        }
    }

    private static boolean isTask(Type type) {
        return Task.class.isAssignableFrom(Types.raw(type));
    }

    private static Type firstArgument(Type type) {
        return type instanceof Types.Generic generic ? generic.arguments().getFirst() : Object.class;
    }

    private static Type lastArgument(Type type) {
        return type instanceof Types.Generic generic ? generic.arguments().getLast() : Object.class;
    }
}
