package dev.wadachi.cli;

import dev.wadachi.cli.command.Arguments;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.goal.TakesGoals;
import dev.wadachi.cli.project.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reads a command line and carries it out.
final class Cli {

    private Cli() {}

    /// What came of it; everything that the user needs to know has been printed.
    static ExitCode run(List<String> words, Surroundings around) {
        if (words.isEmpty() || isHelp(words.getFirst())) {
            return help(words, around);
        }
        if (words.getFirst().equals("--version") || words.getFirst().equals("-V")) {
            around.terminal().out().println("wadachi " + Version.text());
            return ExitCode.OK;
        }
        Optional<CommandName> name = CommandName.of(words);
        if (name.isEmpty()) {
            around.terminal().err().println(unknown(words) + "\nAll of them: wadachi --help");
            return ExitCode.BAD_INPUT;
        }
        if (name.get() == CommandName.RUN && Watch.isAsked(words)) {
            return Watch.run(words, around);
        }
        return run(name.get(), words.subList(name.get().length(), words.size()), around);
    }

    private static String unknown(List<String> words) {
        String typed = CommandName.typed(words);
        List<String> members = CommandName.inGroup(typed);
        return members.isEmpty()
                ? "there is no command " + typed + Suggestion.of(typed, CommandName.words())
                : typed + " is followed by " + String.join(", ", members.subList(0, members.size() - 1)) + " or "
                        + members.getLast();
    }

    private static ExitCode run(CommandName name, List<String> words, Surroundings around) {
        Command command = name.command();
        CommandLine line = line(name, command);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            Arguments arguments = command instanceof TakesGoals
                    ? Arguments.split(words, line.getCommandSpec())
                    : new Arguments(words, Map.of());
            if (command instanceof TakesGoals goals) {
                goals.goals()
                        .take(
                                arguments.parameters(),
                                line.getCommandSpec().optionsMap().keySet());
            }
            line.parseArgs(arguments.own().toArray(String[]::new));
            if (line.isUsageHelpRequested()) {
                line.usage(around.terminal().out(), Ansi.OFF);
                return ExitCode.OK;
            }
            return command.run(around);
        } catch (ParameterException e) {
            around.terminal().err().println(said(e) + "\nHow it is used: wadachi " + name.word() + " --help");
            return ExitCode.BAD_INPUT;
        } catch (Throwable e) { // Whatever it is, it is told, and the process ends with a code that a script can read.
            return Trouble.tell(e, around.terminal());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String said(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            List<String> known = e.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
                    .sorted()
                    .toList();
            return "there is no option or argument " + word + (word.startsWith("-") ? Suggestion.of(word, known) : "");
        }
        String message = String.valueOf(e.getMessage());
        return message.isEmpty() ? message : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static ExitCode help(List<String> words, Surroundings around) {
        Optional<CommandName> one =
                words.size() > 1 ? CommandName.of(words.subList(1, words.size())) : Optional.empty();
        CommandLine line = one.map(name -> line(name, name.command())).orElseGet(Cli::all);
        line.usage(around.terminal().out(), Ansi.OFF);
        return ExitCode.OK;
    }

    static CommandLine line(CommandName name, Command command) {
        CommandLine line = new CommandLine(command).setUsageHelpWidth(100).setCaseInsensitiveEnumValuesAllowed(true);
        line.getCommandSpec().name("wadachi " + name.word());
        return line;
    }

    private static CommandLine all() {
        CommandLine line = new CommandLine(new WadachiCommand()).setUsageHelpWidth(100);
        for (CommandName name : CommandName.values()) {
            line.addSubcommand(name.word(), name.command());
        }
        return line;
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h") || word.equals("help");
    }
}
