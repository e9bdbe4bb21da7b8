package dev.wadachi.cli.command;

import dev.wadachi.store.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/// A command that a message proposes: as printed it can be copied and carried out, in a project and for a single file.
///
/// @param words its words, `wadachi` first
public record NextCommand(List<String> words) {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:=,+@%-]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SAFE_IN_DOUBLE_QUOTES = Pattern.compile("[^\"$`\\\\!]*");

    /// Keeps an unmodifiable copy.
    public NextCommand {
        words = List.copyOf(words);
    }

    public static NextCommand of(String... words) {
        return new NextCommand(List.of(words));
    }

    /// The command at hand once more, without its secrets.
    public static NextCommand again(Surroundings around) {
        return new NextCommand(Secrets.masked(around.command()));
    }

    /// The single source file that a run was made of, as it was named; empty in a project.
    public static Optional<String> fileOf(RunRecord run) {
        return run.start().commandLine().stream()
                .skip(2)
                .filter(word -> word.endsWith(".java"))
                .findFirst();
    }

    /// The same with more words.
    public NextCommand with(String... more) {
        return with(List.of(more));
    }

    /// The same with more words.
    public NextCommand with(List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(more);
        return new NextCommand(all);
    }

    /// The same without its secrets.
    public NextCommand masked() {
        return new NextCommand(Secrets.masked(words));
    }

    /// The same with a pipeline's parameter. One that is called as an option of the command has to be written in full.
    ///
    /// @param command the command that these are the words of
    public NextCommand withParameter(String name, String value, CommandSpec command) {
        if (command.findOption("--" + name) != null) {
            return with("-P", name + "=" + value);
        }
        return value.startsWith("--") ? with("--" + name + "=" + value) : with("--" + name, value);
    }

    /// As it is typed: words that a shell would read in another way are quoted.
    public String text() {
        return String.join(" ", words.stream().map(NextCommand::quoted).toList());
    }

    /// A word as it is typed: quoted, where a shell would read it in another way.
    public static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return SAFE_IN_DOUBLE_QUOTES.matcher(word).matches()
                ? '"' + word + '"'
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
