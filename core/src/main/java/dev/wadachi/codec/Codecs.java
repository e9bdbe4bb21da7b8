package dev.wadachi.codec;

import dev.wadachi.parameter.Refusal;
import dev.wadachi.parameter.RefusedException;
import dev.wadachi.parameter.Types;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Given;
import dev.wadachi.task.Task;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Optional;

/// The codec for a task, a type or a value. Thread-safe; what is found for a class lives as long as the class.
public final class Codecs {

    private static final ClassValue<Found> CACHE = new ClassValue<>() {
        @Override
        protected Found computeValue(Class<?> task) {
            try {
                return new Found.One(find(task));
            } catch (RefusedException e) {
                return new Found.None(e.refusals());
            }
        }
    };

    private sealed interface Found {
        record One(Codec<?> codec) implements Found {}

        record None(List<Refusal> refusals) implements Found {}
    }

    private Codecs() {}

    /// The codec for the value of a task at hand: that which it names itself, else that of its class.
    ///
    /// @throws RefusedException where there is none
    public static Codec<?> of(Task<?> task) {
        if (task instanceof Given<?>(Object value)) {
            return ofValue(value);
        }
        return task.codec().<Codec<?>>map(own -> own).orElseGet(() -> ofTask(task.getClass()));
    }

    /// The codec for the values of a task class: T is read from `implements Task<T>`.
    ///
    /// @throws RefusedException where the class does not say what T is, or T has no codec
    public static Codec<?> ofTask(Class<?> task) {
        return switch (CACHE.get(task)) {
            case Found.One(Codec<?> codec) -> codec;
            case Found.None(List<Refusal> refusals) -> throw new RefusedException(refusals);
        };
    }

    /// The codec for a type, such as `List<LocalDate>` or a record.
    ///
    /// @throws RefusedException where there is none
    public static Codec<?> ofType(Type type) {
        return CodecFinder.in(loaderOf(Types.raw(type))).find(type, Types.name(type));
    }

    /// The codec for a value at hand, by its class and, for a list, set, map or Optional, those of its elements.
    ///
    /// @throws RefusedException where there is none
    public static Codec<?> ofValue(Object value) {
        Type type = ValueType.of(value);
        return CodecFinder.in(loaderOf(Types.raw(type))).find(type, "the given " + Types.name(type));
    }

    /// Whether values are stored as a part for each component of a record.
    public static boolean isByComponent(Codec<?> codec) {
        return codec instanceof RecordCodec;
    }

    /// The codec of one component; empty where the values are not stored by component, or have no such component.
    public static Optional<Codec<?>> ofComponent(Codec<?> codec, String component) {
        return codec instanceof RecordCodec record ? record.codecOf(component) : Optional.empty();
    }

    private static Codec<?> find(Class<?> task) {
        Type type = Types.argumentOf(task, Task.class).orElse(Object.class);
        if (type instanceof TypeVariable<?>) {
            throw new RefusedException(List.of(new Refusal(
                    task.getSimpleName(),
                    "is generic in the type of its value, " + type,
                    "override codec() to say how values are stored")));
        }
        return CodecFinder.in(loaderOf(task)).find(type, task.getSimpleName());
    }

    private static ClassLoader loaderOf(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
