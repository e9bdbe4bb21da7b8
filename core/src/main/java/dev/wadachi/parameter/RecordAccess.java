package dev.wadachi.parameter;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads and makes records of one class, package-private and nested ones too.
///
/// Reads fields rather than call accessors, so no code of the user's runs while a graph of a hundred thousand tasks
/// is read. Cached per class, and collected with it. Thread-safe.
public final class RecordAccess {

    /// A cache that lives in the class itself: reloading a project's classes leaves nothing behind.
    private static final ClassValue<RecordAccess> CACHE = new ClassValue<>() {
        @Override
        protected RecordAccess computeValue(Class<?> type) {
            return new RecordAccess(type);
        }
    };

    private final Class<?> type;
    private final List<RecordComponent> components;
    private final MethodHandle[] getters;
    private final MethodHandle constructor;

    private RecordAccess(Class<?> type) {
        this.type = type;
        this.components = List.of(type.getRecordComponents());
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            this.getters = new MethodHandle[components.size()];
            Class<?>[] types = new Class<?>[components.size()];
            for (int i = 0; i < types.length; i++) {
                types[i] = components.get(i).getType();
                getters[i] = lookup.findGetter(type, components.get(i).getName(), types[i])
                        .asType(MethodType.methodType(Object.class, Object.class));
            }
            this.constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "The record " + type.getName() + " cannot be read. Open its package to Wadachi: opens "
                            + type.getPackageName() + ";",
                    e);
        }
    }

    /// The access to a record class.
    ///
    /// @throws IllegalArgumentException where the class is no record, or lies in a module that does not open it
    public static RecordAccess of(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record.");
        }
        return CACHE.get(type);
    }

    public Class<?> type() {
        return type;
    }

    /// The components in the order of their declaration.
    public List<RecordComponent> components() {
        return components;
    }

    /// The value of the component at `index`; null where the record holds null.
    public @Nullable Object read(Object value, int index) {
        try {
            return getters[index].invokeExact(value);
        } catch (Throwable e) {
            throw new IllegalStateException("A component of " + type.getName() + " cannot be read.", e);
        }
    }

    /// A new record of these values, made by its canonical constructor.
    ///
    /// @throws RuntimeException whatever the constructor throws
    public Object create(Object[] values) {
        try {
            return constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The constructor of " + type.getName() + " failed: " + e, e);
        }
    }
}
