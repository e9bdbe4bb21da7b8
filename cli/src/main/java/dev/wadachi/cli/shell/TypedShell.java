package dev.wadachi.cli.shell;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.progress.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.tool.JavaShellToolBuilder;

/// The JDK's own jshell, for somebody who types: with its editing, history, completion and commands.
///
/// @param beginning what it begins with
/// @param terminal where a greeting is printed
record TypedShell(Beginning beginning, Terminal terminal) {

    /// Tells on standard error when it makes its folder for jshell's history.
    private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

    /// Until it is left.
    ExitCode run() throws Exception {
        PREFERENCES.setLevel(Level.SEVERE);
        greeting().forEach(terminal.err()::println);
        Path startup = Files.createTempFile("wadachi-shell-", ".jsh");
        try {
            int code = JavaShellToolBuilder.builder().start(arguments(startup).toArray(String[]::new));
            return code == 0 ? ExitCode.OK : ExitCode.FAILED;
        } finally {
            Files.deleteIfExists(startup);
        }
    }

    /// The words for jshell's command line.
    ///
    /// @param startup a file that is written: what jshell reads first, and again after `/reset`
    List<String> arguments(Path startup) throws IOException {
        Files.write(startup, lines());
        List<String> words = new ArrayList<>(List.of(
                "--execution", AgentProvider.NAME,
                "--class-path", beginning.classPathText(),
                "--startup", startup.toString()));
        beginning.flags().forEach(flag -> words.add("-R" + flag));
        return words;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(beginning.imports());
        beginning.values().forEach(value -> lines.add(value.snippet()));
        return lines;
    }

    private List<String> greeting() {
        List<String> lines = new ArrayList<>();
        for (Beginning.Value value : beginning.values()) {
            value.goals().forEach(goal -> lines.add("  wadachi.run(" + value.name() + "." + goal + "())"));
        }
        lines.addFirst(lines.isEmpty() ? "`wadachi` runs tasks: wadachi.run(…)" : "`wadachi` runs tasks, for example:");
        return lines;
    }
}
