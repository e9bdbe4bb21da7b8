package dev.wadachi.parameter;

import dev.wadachi.task.Task;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/// The components of a pipeline, all of which are parameters.
final class Fields {

    private Fields() {}

    /// @throws RefusedException with every component that is none
    static List<Field> of(Class<? extends Record> type) {
        KindResolver resolver = new KindResolver();
        List<Field> fields = new ArrayList<>();
        List<RecordComponent> components = RecordAccess.of(type).components();
        for (int i = 0; i < components.size(); i++) {
            RecordComponent component = components.get(i);
            String place = type.getSimpleName() + "." + component.getName();
            if (Task.class.isAssignableFrom(component.getType())) {
                resolver.refuse(
                        place,
                        "is a task, which no option can stand for",
                        "build the task in a method of a pipeline, or name a pipeline that does");
            } else {
                resolver.field(i, component, component.getGenericType(), place).ifPresent(fields::add);
            }
        }
        if (!resolver.refusals().isEmpty()) {
            throw new RefusedException(resolver.refusals());
        }
        return fields;
    }

    static String option(Field field) {
        return Names.kebab(field.name().current());
    }

    /// Whether a person means this component by `name`.
    static boolean isNamed(Field field, String name) {
        return field.name().matches(name) || option(field).equals(name);
    }
}
