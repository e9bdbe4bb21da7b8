package dev.wadachi.cli.project;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The pipelines and tasks of a project, by name.
///
/// @param entries in the order of their full names
public record Catalog(List<Entry> entries) {

    /// What a record of the project is.
    public enum Kind {
        PIPELINE,
        TASK
    }

    /// A pipeline or a task.
    ///
    /// @param kind which of both
    /// @param name what it is called: its simple name, or what `@Name` says
    /// @param className its class, as [Class#forName(String)] wants it
    /// @param source the name of the file that it was compiled from, such as `Shop.java`; empty if unknown
    public record Entry(Kind kind, String name, String className, String source) {

        /// The full name as a person writes it, with dots.
        public String fullName() {
            return className.replace('$', '.');
        }

        /// The class, initialised.
        ///
        /// @throws ProjectProblem if it cannot be
        public Class<? extends Record> load(ClassLoader loader) {
            try {
                return Class.forName(className, true, loader).asSubclass(Record.class);
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ProjectProblem("the class of " + fullName() + " cannot be loaded: " + e);
            }
        }

        private boolean isCalled(String wanted) {
            return name.equals(wanted)
                    || className.equals(wanted)
                    || fullName().equals(wanted)
                    || fullName().endsWith("." + wanted);
        }
    }

    /// Sorts.
    public Catalog {
        entries =
                entries.stream().sorted(Comparator.comparing(Entry::className)).toList();
    }

    /// All of one kind.
    public List<Entry> all(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    /// The pipeline or task of that name: a simple name, as much of the full name as is needed, or the full name.
    ///
    /// @throws ProjectProblem if there is none, with the nearest; or more than one, with their full names
    public Entry find(String wanted) {
        List<Entry> found =
                entries.stream().filter(entry -> entry.isCalled(wanted)).toList();
        return switch (found.size()) {
            case 0 -> throw new ProjectProblem(missing(wanted));
            case 1 -> found.getFirst();
            default ->
                throw new ProjectProblem(wanted + " is the name of " + found.size() + " classes: "
                        + String.join(", ", found.stream().map(Entry::fullName).toList())
                        + "\nWrite as much of the full name as tells them apart.");
        };
    }

    private String missing(String wanted) {
        if (entries.isEmpty()) {
            return "the sources hold no pipeline and no task: there is no record that implements"
                    + " dev.wadachi.task.Pipeline or dev.wadachi.task.Task";
        }
        List<String> names = Stream.of(Kind.PIPELINE, Kind.TASK)
                .flatMap(kind -> all(kind).stream())
                .map(Entry::name)
                .toList();
        return "there is no pipeline or task " + wanted + Suggestion.of(wanted, names);
    }
}
