package dev.wadachi.cli;

import dev.wadachi.cli.shell.SessionArguments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import jdk.jshell.tool.JavaShellToolBuilder;

/// A session of the tool `jshell`, with this build on its class path.
final class JshellSession {

    static final String PROMPT = "jshell> ";

    private JshellSession() {}

    /// What the tool prints after each of these snippets of one line; without blank lines, and
    /// without the snippets, which it repeats where nobody types.
    static List<List<String>> of(List<String> snippets) throws IOException {
        return of(snippets, List.of("--class-path", System.getProperty("java.class.path")));
    }

    /// The same in a session that `wadachi shell` opens.
    ///
    /// @param file a single source file
    static List<List<String>> of(List<String> snippets, Path file) throws IOException {
        Path startup = Files.createTempFile("startup", ".jsh");
        try {
            return of(snippets, SessionArguments.of(file, startup));
        } finally {
            Files.delete(startup);
        }
    }

    private static List<List<String>> of(List<String> snippets, List<String> arguments) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        String typed = String.join("\n", snippets) + "\n/exit\n";
        try {
            JavaShellToolBuilder.builder()
                    .in(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), null)
                    .out(out)
                    .err(out)
                    .persistence(new HashMap<>())
                    .locale(Locale.ROOT)
                    .run(arguments.toArray(String[]::new));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("jshell ended with an error", e);
        }
        return Arrays.stream(printed.toString(StandardCharsets.UTF_8).split(PROMPT, -1))
                .skip(1)
                .limit(snippets.size())
                .map(said -> said.lines()
                        .filter(line -> !line.isBlank() && !snippets.contains(line))
                        .toList())
                .toList();
    }
}
