package dev.wadachi.resource;

import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Shelf;
import dev.wadachi.task.Task;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The project's files and its configured resources.
///
/// @param project the project's root
/// @param resources by name; settings with a JDBC `url` serve as a database too
/// @param classes where the project's drivers are looked for, one after the other
/// @param shelf what is published in the store
public record ProjectResources(Path project, Map<String, Object> resources, List<ClassLoader> classes, Shelf shelf)
        implements Resources {

    /// Keeps unmodifiable copies.
    public ProjectResources {
        resources = Map.copyOf(resources);
        classes = List.copyOf(classes);
    }

    /// The resources of tasks of these classes. A task of Wadachi's own, such as one that reads a database, does not
    /// lead to the project's libraries, so whoever asks for its value is asked as well: the loader of this thread's
    /// context, as it is for all services.
    public static ProjectResources of(
            Path project, Map<String, Object> resources, Collection<? extends Task<?>> goals, Shelf shelf) {
        Stream<@Nullable ClassLoader> loaders = Stream.concat(
                goals.stream().map(goal -> goal.getClass().getClassLoader()),
                Stream.of(Thread.currentThread().getContextClassLoader()));
        return new ProjectResources(
                project, resources, loaders.filter(Objects::nonNull).distinct().toList(), shelf);
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
        throw new OutsideException(what + " (" + others + "); configure it in wadachi.toml or in Settings");
    }
}
