package dev.wadachi.cli.completion;

import dev.wadachi.cli.goal.Goals;
import dev.wadachi.cli.project.AtomicFiles;
import dev.wadachi.cli.project.Catalog;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.cli.project.Project;
import dev.wadachi.cli.project.SourceDocs;
import dev.wadachi.parameter.Binding;
import dev.wadachi.parameter.Option;
import dev.wadachi.parameter.RefusedException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pipelines, goals, parameters, their values, and the tasks of a project.
public final class ProjectWords {

    private static final String FOLDER = "completion";
    private static final String ALL_SOURCES = "project";

    private ProjectWords() {}

    /// Those of a project.
    ///
    /// @param store where its results are
    /// @throws RuntimeException as compiling and loading classes do
    public static List<Word> of(Project project, Path store) {
        List<Word> words = new ArrayList<>();
        words.add(new Word.Store(store.toAbsolutePath().normalize().toString()));
        CompiledProject classes = project.compile();
        Catalog catalog = classes.catalog();
        SourceDocs docs = project.docs(catalog.entries());
        ClassLoader loader = classes.loader();
        for (Catalog.Entry entry : catalog.entries()) {
            switch (entry.kind()) {
                case TASK -> words.add(new Word.Task(entry.name(), docs.about(simpleName(entry))));
                case PIPELINE -> addPipeline(entry, entry.load(loader), docs, words);
            }
        }
        return words;
    }

    private static void addPipeline(
            Catalog.Entry entry, Class<? extends Record> type, SourceDocs docs, List<Word> words) {
        String simple = type.getSimpleName();
        words.add(new Word.Pipeline(entry.name(), docs.about(simple)));
        for (Method goal : Goals.of(type)) {
            words.add(new Word.Goal(entry.name(), goal.getName(), docs.about(simple + "." + goal.getName() + "()")));
        }
        for (Option option : options(type)) {
            String name = "--" + option.name();
            words.add(new Word.Parameter(entry.name(), name, option.expected()));
            for (String choice : option.choices()) {
                words.add(new Word.Value(entry.name(), name, choice));
            }
        }
    }

    /// What cannot be a parameter is told when the pipeline is run.
    private static List<Option> options(Class<? extends Record> type) {
        try {
            return Binding.options(type);
        } catch (RefusedException e) {
            return List.of();
        }
    }

    private static String simpleName(Catalog.Entry entry) {
        String name = entry.fullName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// Keeps words where the shells look for them.
    ///
    /// @param file the single source file that they are of, if they are of one
    /// @throws IOException if they cannot be written
    public static void keep(Path root, Optional<Path> file, List<Word> words) throws IOException {
        Path state = root.resolve(Project.STATE);
        Path known = state.resolve(FOLDER)
                .resolve(file.map(source -> source.getFileName().toString()).orElse(ALL_SOURCES));
        AtomicFiles.replace(known, fresh -> Files.writeString(fresh, Word.lines(words)));
        if (Files.notExists(state.resolve(".gitignore"))) {
            Files.writeString(state.resolve(".gitignore"), "*\n");
        }
    }
}
