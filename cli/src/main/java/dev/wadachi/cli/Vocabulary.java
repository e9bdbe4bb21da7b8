package dev.wadachi.cli;

import dev.wadachi.cli.completion.Word;
import dev.wadachi.cli.goal.TakesGoals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The commands with their options, as completion knows them.
final class Vocabulary {

    /// What stands for a word in the help says what may be written there.
    private static final Map<String, Word.What> LABELS = Map.ofEntries(
            Map.entry("<run>", Word.What.RUNS),
            Map.entry("<task>", Word.What.TASKS),
            Map.entry("<task>=<run>", Word.What.TASKS),
            Map.entry("<task>=<file>", Word.What.TASKS),
            Map.entry("<task|run|model>", Word.What.RESULTS),
            Map.entry("<run|task|result>", Word.What.RESULTS),
            Map.entry("<result>", Word.What.RESULTS),
            Map.entry("<table>", Word.What.RESULTS),
            Map.entry("<before>", Word.What.RESULTS),
            Map.entry("<after>", Word.What.RESULTS));

    private Vocabulary() {}

    static List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (CommandName name : CommandName.values()) {
            CommandSpec spec = Cli.line(name, name.command()).getCommandSpec();
            List<String> typed = List.of(name.word().split(" "));
            words.add(new Word.Command(typed.size() == 1 ? "" : typed.getFirst(), typed.getLast(), about(spec)));
            words.add(new Word.Takes(name.word(), takes(spec)));
            spec.positionalParameters().forEach(own -> addChoices(name, "", own.completionCandidates(), words));
            for (OptionSpec option : spec.options()) {
                if (!option.hidden()) {
                    add(name, option, words);
                }
            }
        }
        return words;
    }

    private static void add(CommandName name, OptionSpec option, List<Word> words) {
        String about = option.description().length == 0 ? "" : option.description()[0];
        for (String written : option.names()) {
            if (written.startsWith("--")) {
                words.add(new Word.Option(name.word(), written, about, what(option)));
                addChoices(name, written, option.completionCandidates(), words);
            }
        }
    }

    private static void addChoices(
            CommandName name, String option, @Nullable Iterable<String> choices, List<Word> words) {
        if (choices != null) {
            choices.forEach(choice -> words.add(new Word.Choice(name.word(), option, choice.toLowerCase(Locale.ROOT))));
        }
    }

    private static Word.What what(OptionSpec option) {
        if (option.arity().max() == 0) {
            return Word.What.FLAG;
        }
        return option.completionCandidates() != null
                ? Word.What.WORDS
                : LABELS.getOrDefault(option.paramLabel(), Word.What.FILES);
    }

    private static Word.What takes(CommandSpec spec) {
        if (spec.userObject() instanceof TakesGoals) {
            return Word.What.GOALS;
        }
        for (PositionalParamSpec own : spec.positionalParameters()) {
            return own.completionCandidates() != null
                    ? Word.What.WORDS
                    : LABELS.getOrDefault(own.paramLabel(), Word.What.FILES);
        }
        return Word.What.FILES;
    }

    private static String about(CommandSpec spec) {
        String[] lines = spec.usageMessage().description();
        return lines.length == 0 ? "" : lines[0];
    }
}
