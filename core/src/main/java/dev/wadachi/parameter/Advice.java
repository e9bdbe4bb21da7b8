package dev.wadachi.parameter;

import dev.wadachi.task.Task;
import java.io.File;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;

/// Why a type cannot be a parameter, and what to write instead.
///
/// @param problem the rest of a sentence that begins with the component
record Advice(String problem, String instead) {

    static Advice on(Type type) {
        Class<?> raw = Types.raw(type);
        String name = Types.name(type);
        if (type instanceof TypeVariable<?>) {
            return new Advice("is of the open type " + name, "write the type that is meant");
        }
        if (type instanceof GenericArrayType || raw.isArray()) {
            return new Advice(
                    "is an array (" + name + "), which can change later and equals only itself",
                    "write " + listOf(raw.getComponentType()));
        }
        if (Task.class.isAssignableFrom(raw)) {
            return new Advice(
                    "holds a task (" + name + ") deep inside",
                    "write it as a component of its own, in a List<" + name + "> or in a Map<String, " + name + ">");
        }
        return onContainer(raw, name).or(() -> onResource(raw, name)).orElseGet(() -> onClass(raw, name));
    }

    private static String listOf(Class<?> element) {
        return element == byte.class
                ? "a String, or have the bytes come from an upstream task"
                : "List<"
                        + Scalar.of(element)
                                .map(scalar -> boxed(scalar.typeName()))
                                .orElse(element.getSimpleName()) + ">";
    }

    private static String boxed(String name) {
        return switch (name) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
        };
    }

    private static Optional<Advice> onContainer(Class<?> raw, String name) {
        String instead = null;
        if (raw == Optional.class || raw == List.class || raw == Set.class || raw == Map.class) {
            instead = "say of what: " + raw.getSimpleName() + (raw == Map.class ? "<String, Integer>" : "<String>");
        } else if (raw == OptionalInt.class || raw == OptionalLong.class || raw == OptionalDouble.class) {
            instead = "write Optional<" + boxed(raw.getSimpleName().substring(8).replace("Int", "int")) + ">";
        } else if (Set.class.isAssignableFrom(raw)) {
            instead = "write Set";
        } else if (Collection.class.isAssignableFrom(raw) || Iterable.class == raw) {
            instead = "write List";
        } else if (Map.class.isAssignableFrom(raw)) {
            instead = "write Map";
        }
        return Optional.ofNullable(instead).map(text -> new Advice("is of type " + name, text));
    }

    private static Optional<Advice> onResource(Class<?> raw, String name) {
        Advice advice = null;
        if (BaseStream.class.isAssignableFrom(raw) || Iterator.class.isAssignableFrom(raw)) {
            advice = new Advice("is a " + name + ", which can be read only once", "write a List, or an upstream task");
        } else if (raw.isAnnotationPresent(FunctionalInterface.class)
                || raw.getPackageName().equals("java.util.function")) {
            advice = new Advice(
                    "is a function (" + name + "), whose code has no name that lasts",
                    "write an enum, or a sealed interface of records, that says which one");
        } else if (AutoCloseable.class.isAssignableFrom(raw)
                || raw.getPackageName().startsWith("javax.sql")) {
            advice = new Advice(
                    "is a connection (" + name + ") and no value",
                    "ask the context for it by name: in.resource(" + raw.getSimpleName() + ".class, \"warehouse\")");
        } else if (Path.class.isAssignableFrom(raw) || raw == File.class) {
            advice = new Advice(
                    "is a " + name + ", which means another place on another machine",
                    "write a String relative to the project's root, and read in.path(it)");
        } else if (RandomGenerator.class.isAssignableFrom(raw)) {
            advice = new Advice(
                    "is a " + name + ", whose state changes", "draw from in.random(), or write a long as seed");
        }
        return Optional.ofNullable(advice);
    }

    private static Advice onClass(Class<?> raw, String name) {
        if (Date.class.isAssignableFrom(raw) || Calendar.class.isAssignableFrom(raw)) {
            return new Advice(
                    "is a " + name + ", which can change later", "write a type of java.time, such as LocalDate");
        }
        if (raw == Object.class
                || raw == Number.class
                || raw == Record.class
                || raw == CharSequence.class
                || raw == Comparable.class) {
            return new Advice("is of type " + name + ", which may be anything", "write the type that is meant");
        }
        if (raw == Class.class) {
            return new Advice("is a Class", "write an enum, or a sealed interface of records, that says which one");
        }
        if (raw.isInterface()) {
            return new Advice(
                    "is of the open interface " + name,
                    "make " + name + " sealed, and the types that implement it records");
        }
        return Modifier.isAbstract(raw.getModifiers())
                ? new Advice("is of the abstract class " + name, "make " + name + " a sealed interface of records")
                : new Advice(
                        "is of class " + name + ", which is no record",
                        "make it a record, or have it come from an upstream task");
    }
}
