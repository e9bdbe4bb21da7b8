package dev.wadachi.cli;

import dev.wadachi.cli.command.Cancellation;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.progress.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The command in a folder, carried out in this process, with what it printed.
///
/// @param folder the current folder
/// @param environment the environment's variables
public record Captured(Path folder, Map<String, String> environment) {

    /// What came of a command.
    ///
    /// @param code its exit code
    /// @param out what it printed as its result
    /// @param err what it said besides
    public record Said(ExitCode code, String out, String err) {}

    public static Captured in(Path folder) {
        return new Captured(folder, Map.of());
    }

    Captured with(String variable, String value) {
        return new Captured(folder, Map.of(variable, value));
    }

    public Said run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.of(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.Form.PLAIN);
        List<String> command = new ArrayList<>(List.of("wadachi"));
        command.addAll(List.of(words));
        ExitCode code = Cli.run(
                List.of(words),
                new Surroundings(
                        command,
                        folder,
                        environment,
                        folder,
                        terminal,
                        LocalDate.of(2026, 11, 21),
                        new Cancellation()));
        return new Said(code, text(out), text(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
