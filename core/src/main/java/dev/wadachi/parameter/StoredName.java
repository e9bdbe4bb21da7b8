package dev.wadachi.parameter;

import dev.wadachi.task.Name;
import dev.wadachi.task.Was;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/// A name today, and the name under which results are kept: they differ where `@Was` says so.
record StoredName(String current, String stored) {

    static StoredName of(Class<?> type) {
        Name name = type.getAnnotation(Name.class);
        return of(name == null ? type.getSimpleName() : name.value(), type.getAnnotation(Was.class));
    }

    static StoredName of(RecordComponent component) {
        return of(component.getName(), component.getAnnotation(Was.class));
    }

    private static StoredName of(String current, @Nullable Was was) {
        return new StoredName(current, was == null ? current : was.value());
    }

    boolean matches(String name) {
        return name.equals(current) || name.equals(stored);
    }
}
