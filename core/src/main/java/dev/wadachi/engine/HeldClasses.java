package dev.wadachi.engine;

import dev.wadachi.parameter.RecordAccess;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The classes of the values that a task holds: their methods count in its code signature.
final class HeldClasses {

    private HeldClasses() {}

    /// Adds the classes of records and enums in a parameter's value. Parameters nest as deep as their types do, so
    /// recursion is bounded.
    static void collect(@Nullable Object value, Set<Class<?>> held) {
        switch (value) {
            case null -> {}
            case Enum<?> constant -> {
                held.add(constant.getDeclaringClass());
                held.add(value.getClass()); // a constant with a body has a class of its own
            }
            case Record record -> {
                held.add(record.getClass());
                RecordAccess access = RecordAccess.of(record.getClass());
                for (int i = 0; i < access.components().size(); i++) {
                    collect(access.read(record, i), held);
                }
            }
            case Optional<?> optional -> optional.ifPresent(element -> collect(element, held));
            case Collection<?> elements -> elements.forEach(element -> collect(element, held));
            case Map<?, ?> map ->
                map.forEach((key, element) -> {
                    collect(key, held);
                    collect(element, held);
                });
            default -> {}
        }
    }
}
