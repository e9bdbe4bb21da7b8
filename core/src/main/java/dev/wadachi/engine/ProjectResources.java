package dev.wadachi.engine;

import dev.wadachi.task.Resources;
import dev.wadachi.task.Shelf;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/// The project's files and its configured resources.
///
/// @param project the project's root
/// @param resources by name; settings with a JDBC `url` serve as a database too
/// @param classes where the project's drivers are found
/// @param shelf what is published in the store
record ProjectResources(Path project, Map<String, Object> resources, ClassLoader classes, Shelf shelf)
        implements Resources {

    ProjectResources {
        resources = Map.copyOf(resources);
    }

    @Override
    public Path path(String relative) {
        return project.resolve(relative).normalize();
    }

    @Override
    public <R> R resource(Class<R> type, String name) {
        if (type == Shelf.class) {
            return type.cast(shelf);
        }
        Object resource = resources.get(name);
        if (type.isInstance(resource)) {
            return type.cast(resource);
        }
        if (type == DataSource.class
                && resource instanceof Map<?, ?> settings
                && ConfiguredDatabase.isDescribedBy(settings)) {
            return type.cast(ConfiguredDatabase.of(settings, classes));
        }
        String what = resource == null
                ? "there is no resource '" + name + "'"
                : "the resource '" + name + "' is a " + resource.getClass().getName() + ", not a " + type.getName();
        String others = resources.isEmpty() ? "none is configured" : "there are " + new TreeMap<>(resources).keySet();
        throw new IllegalArgumentException(what + " (" + others + "); configure it in wadachi.toml or in Settings");
    }
}
