package dev.wadachi.cli;

import dev.wadachi.store.RunRecord;
import dev.wadachi.store.RunStart;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// A command that a message proposes: as printed it can be copied and carried out, in a project and for a single file.
///
/// @param words its words, `wadachi` first
record NextCommand(List<String> words) {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:=,+@%-]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SAFE_IN_DOUBLE_QUOTES = Pattern.compile("[^\"$`\\\\!]*");

    /// Keeps an unmodifiable copy.
    NextCommand {
        words = List.copyOf(words);
    }

    static NextCommand of(String... words) {
        return new NextCommand(List.of(words));
    }

    /// The command at hand once more, without its secrets.
    static NextCommand again(Surroundings around) {
        return new NextCommand(Secrets.masked(around.command()));
    }

    /// What accepts the change of a task for the goals of the command at hand.
    static NextCommand accept(String task, Surroundings around) {
        Arguments asked = Arguments.split(
                rest(around), spec(CommandName.of(around.command().get(1)).orElseThrow()));
        List<String> words = new ArrayList<>(List.of("wadachi", CommandName.ACCEPT.word(), task));
        words.addAll(asked.own());
        CommandSpec accept = spec(CommandName.ACCEPT);
        asked.parameters()
                .forEach((name, values) -> (values.isEmpty() ? List.of("true") : values)
                        .forEach(value -> words.addAll(parameter(name, value, accept))));
        return new NextCommand(Secrets.masked(words));
    }

    /// The goals of an earlier run, to be run again; empty if that run was of a program, or its file is not there.
    static Optional<NextCommand> rerun(RunRecord run, Surroundings around) {
        RunStart start = run.start();
        Optional<String> file = fileOf(run);
        if (start.pipeline().isEmpty()
                || file.filter(name -> !Files.exists(around.folder().resolve(name)))
                        .isPresent()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of("wadachi", CommandName.RUN.word()));
        file.ifPresent(words::add);
        words.add(start.pipeline());
        words.addAll(start.goals());
        CommandSpec spec = spec(CommandName.RUN);
        start.parameters().forEach((name, value) -> words.addAll(parameter(name, value, spec)));
        return Optional.of(new NextCommand(words));
    }

    /// The single source file that a run was made of, as it was named; empty in a project.
    static Optional<String> fileOf(RunRecord run) {
        return run.start().commandLine().stream()
                .skip(2)
                .filter(word -> word.endsWith(".java"))
                .findFirst();
    }

    /// The same with more words.
    NextCommand with(String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return new NextCommand(all);
    }

    /// As it is typed: words that a shell would read in another way are quoted.
    String text() {
        return String.join(" ", words.stream().map(NextCommand::quoted).toList());
    }

    /// A word as it is typed: quoted, where a shell would read it in another way.
    static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return SAFE_IN_DOUBLE_QUOTES.matcher(word).matches()
                ? '"' + word + '"'
                : "'" + word.replace("'", "'\\''") + "'";
    }

    /// A parameter that is called as an option of the command is has to be written in full.
    private static List<String> parameter(String name, String value, CommandSpec command) {
        boolean isOption = command.findOption("--" + name) != null;
        return isOption
                ? List.of("-P", name + "=" + value)
                : value.startsWith("--") ? List.of("--" + name + "=" + value) : List.of("--" + name, value);
    }

    private static List<String> rest(Surroundings around) {
        return around.command().subList(2, around.command().size());
    }

    private static CommandSpec spec(CommandName name) {
        return new CommandLine(name.command()).getCommandSpec();
    }
}
