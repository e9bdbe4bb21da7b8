package dev.wadachi.cli.completion;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A word that may stand on a command line, and where; a line of text for `words.awk`, which says what each kind means.
public sealed interface Word {

    /// What follows an option, or what a command's own words are.
    enum What {
        /// Nothing: the option is a switch.
        FLAG,
        /// A pipeline and its goals.
        GOALS,
        /// Tasks of the project.
        TASKS,
        /// Runs.
        RUNS,
        /// Tasks that have results, and runs.
        RESULTS,
        /// Words that are listed.
        WORDS,
        /// A file, or something that nobody can guess.
        FILES
    }

    /// @param group the first word of two; empty where there is one
    record Command(String group, String word, String about) implements Word {}

    /// What a command's own words are.
    record Takes(String command, What what) implements Word {}

    /// An option of a command.
    record Option(String command, String option, String about, What what) implements Word {}

    /// One of the values of an option, or of a command's own words where the option is empty.
    record Choice(String command, String option, String word) implements Word {}

    record Pipeline(String name, String about) implements Word {}

    record Goal(String pipeline, String name, String about) implements Word {}

    /// @param option with its dashes
    record Parameter(String pipeline, String option, String about) implements Word {}

    record Value(String pipeline, String option, String word) implements Word {}

    record Task(String name, String about) implements Word {}

    /// Where results are.
    record Store(String folder) implements Word {}

    /// Kind and fields, with tabs between.
    default String line() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT) + "\t"
                + fields().stream()
                        .map(field -> field.replaceAll("[\\t\\r\\n]+", " "))
                        .collect(Collectors.joining("\t"));
    }

    private List<String> fields() {
        return switch (this) {
            case Command(String group, String word, String about) -> List.of(group, word, about);
            case Takes(String command, What what) -> List.of(command, text(what));
            case Option(String command, String option, String about, What what) ->
                List.of(command, option, about, text(what));
            case Choice(String command, String option, String word) -> List.of(command, option, word);
            case Pipeline(String name, String about) -> List.of(name, about);
            case Goal(String pipeline, String name, String about) -> List.of(pipeline, name, about);
            case Parameter(String pipeline, String option, String about) -> List.of(pipeline, option, about);
            case Value(String pipeline, String option, String word) -> List.of(pipeline, option, word);
            case Task(String name, String about) -> List.of(name, about);
            case Store(String folder) -> List.of(folder);
        };
    }

    private static String text(What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    /// The lines of several.
    static String lines(List<Word> words) {
        return words.stream().map(word -> word.line() + "\n").collect(Collectors.joining());
    }
}
