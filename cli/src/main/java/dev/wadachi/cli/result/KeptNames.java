package dev.wadachi.cli.result;

import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.project.Catalog;
import dev.wadachi.cli.project.CompileFailed;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.cli.project.Project;
import dev.wadachi.cli.project.ProjectProblem;
import dev.wadachi.store.Store;
import dev.wadachi.task.Was;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a task's results are kept as: under an older name, where `@Was` says so. People know the task by both.
///
/// The classes that say so are the project's, where there are sources; else those of the file that was run last. They
/// are compiled when first asked for. For one thread.
final class KeptNames {

    private final Store store;
    private final Project project;
    private final Surroundings around;
    private boolean wasCompiled;
    private @Nullable CompiledProject classes;

    /// @param store where results are kept
    /// @param workspace with the project whose classes say so
    KeptNames(Store store, Workspace workspace, Surroundings around) {
        this.store = store;
        this.project = workspace.project();
        this.around = around;
    }

    Store store() {
        return store;
    }

    /// A result's name with the name under which its task is kept, where nothing is kept under the one that is given.
    ///
    /// @param name such as `Train`, `Train(lag=1)` or `7f3a:Train`
    String of(String name) {
        int from = ResultNames.colon(name) + 1;
        int parameters = name.indexOf('(', from);
        int to = parameters < 0 ? name.length() : parameters;
        String task = name.substring(from, to);
        if (task.isEmpty() || !ResultNames.all(name, store).isEmpty()) {
            return name;
        }
        return older(task::equals).stream()
                .findFirst()
                .map(older -> name.substring(0, from) + older + name.substring(to))
                .orElse(name);
    }

    /// What renamed tasks are kept as, if something is.
    ///
    /// @param today which names of today are meant
    List<String> older(Predicate<String> today) {
        try {
            Set<String> kept = store.traces().tasks();
            return classes().stream()
                    .flatMap(found -> found.catalog().all(Catalog.Kind.TASK).stream()
                            .filter(entry -> today.test(entry.name()))
                            .map(entry -> entry.load(found.loader()).getAnnotation(Was.class)))
                    .filter(Objects::nonNull)
                    .map(Was::value)
                    .filter(kept::contains)
                    .toList();
        } catch (ProjectProblem notAtHand) {
            return List.of();
        }
    }

    private Optional<CompiledProject> classes() {
        if (!wasCompiled) {
            wasCompiled = true;
            classes = compiled().orElse(null);
        }
        return Optional.ofNullable(classes);
    }

    private Optional<CompiledProject> compiled() {
        try {
            return withSources().map(Project::compile);
        } catch (CompileFailed | ProjectProblem notAtHand) {
            return Optional.empty();
        }
    }

    /// The class of a task that was renamed, by the name under which its results are kept.
    static Optional<Class<? extends Record>> classToday(String keptAs, CompiledProject classes) {
        ClassLoader loader = classes.loader();
        for (Catalog.Entry entry : classes.catalog().all(Catalog.Kind.TASK)) {
            Class<? extends Record> task = entry.load(loader);
            Was was = task.getAnnotation(Was.class);
            if (was != null && was.value().equals(keptAs)) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    private Optional<Project> withSources() {
        if (project.hasSources()) {
            return Optional.of(project);
        }
        return store.runs()
                .newestFirst()
                .findFirst()
                .flatMap(NextCommand::fileOf)
                .map(around.folder()::resolve)
                .filter(Files::isRegularFile)
                .map((Path file) -> Project.ofFile(file, around.environment()));
    }
}
