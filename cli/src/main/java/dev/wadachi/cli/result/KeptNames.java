package dev.wadachi.cli.result;

import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.project.Catalog;
import dev.wadachi.cli.project.CompileFailed;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.cli.project.Project;
import dev.wadachi.cli.project.ProjectProblem;
import dev.wadachi.store.Store;
import dev.wadachi.task.Was;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// What a task's results are kept as: under an older name, where `@Was` says so. People know the task by both.
///
/// @param store where results are kept
/// @param project whose classes say so, where there are sources; else those of the file that was run last
/// @param around the current folder
record KeptNames(Store store, Project project, Surroundings around) {

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
        return was(task)
                .filter(older -> store.traces().tasks().contains(older))
                .map(older -> name.substring(0, from) + older + name.substring(to))
                .orElse(name);
    }

    private Optional<String> was(String task) {
        try {
            return withSources().map(Project::compile).flatMap(classes -> was(task, classes));
        } catch (CompileFailed | ProjectProblem notAtHand) {
            return Optional.empty();
        }
    }

    private static Optional<String> was(String task, CompiledProject classes) {
        return classes.catalog().all(Catalog.Kind.TASK).stream()
                .filter(entry -> entry.name().equals(task))
                .map(entry -> entry.load(classes.loader()).getAnnotation(Was.class))
                .filter(Objects::nonNull)
                .map(Was::value)
                .findFirst();
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
