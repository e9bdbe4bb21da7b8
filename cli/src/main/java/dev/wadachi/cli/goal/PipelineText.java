package dev.wadachi.cli.goal;

import dev.wadachi.parameter.Names;
import dev.wadachi.parameter.RecordAccess;
import dev.wadachi.parameter.ValueForm;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A pipeline's parameters as text, by the names that the command line knows them by.
public final class PipelineText {

    private PipelineText() {}

    /// What the option of a component is called, without its dashes.
    public static String option(RecordComponent component) {
        return Names.kebab(component.getName());
    }

    /// Each parameter's value, in the order of declaration.
    public static Map<String, String> parameters(Record pipeline) {
        RecordAccess access = RecordAccess.of(pipeline.getClass());
        List<RecordComponent> components = access.components();
        Map<String, String> text = new LinkedHashMap<>();
        for (int i = 0; i < components.size(); i++) {
            Object value = Objects.requireNonNull(
                    access.read(pipeline, i), components.get(i).getName());
            text.put(
                    option(components.get(i)),
                    ValueForm.of(components.get(i).getGenericType()).print(value));
        }
        return text;
    }
}
