package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.NextCommand;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `wadachi shell` as whole processes: through a pipe, and on a pseudo-terminal as somebody types.
class ShellCommandTest {

    /// What a process said.
    private record Said(int code, String out, String err) {}

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        ShopFile.in(folder);
    }

    @Test
    void the_class_path_is_for_other_tools() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("project/src/main/java/shop"));
        Files.writeString(classes.resolve("Sales.java"), "package shop; public record Sales(String file) {}");

        Captured.Said said = Captured.in(folder.resolve("project")).run("shell", "--class-path");

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        List<Path> entries = Arrays.stream(said.out().strip().split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        assertThat(entries).allMatch(Files::exists).anyMatch(entry -> Files.exists(entry.resolve("shop/Sales.class")));
    }

    @Test
    void snippets_through_a_pipe_share_results_with_the_command() throws Exception {
        Said said = piped("""
                int twice(int number) {
                    return 2 * number;
                }
                var features = wadachi.run(shop.features())
                twice(features)
                Table.query("select '日本' as country", Map.of())
                """);

        assertThat(said.out()).isEqualTo("24\ncountry\nvarchar\n日本\n1 row\n");
        assertThat(said.err()).contains("ran Sales(file=sales.txt)", "2 ran, 0 up to date, 0 failed");
        assertThat(said.code()).isZero();
        assertThat(said(command("run", "Shop.java", "Shop", "features"), "").err())
                .isEqualTo("nothing to do: 2 up to date\n");
    }

    @Test
    void the_first_snippet_that_fails_ends_it() throws Exception {
        Said said = piped("wadachi.rnu(3)\nSystem.out.println(\"not reached\")\n");

        assertThat(said.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("does not compile: wadachi.rnu(3)").contains("method rnu(int)");
    }

    @Test
    void jshell_knows_the_project_where_somebody_types() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")), "there is no `script`, which makes a pseudo-terminal");
        // `script` gives its terminal the size of its own, which has none here; no line fits on that.
        String command = "stty cols 120 rows 40; exec "
                + command("shell", "Shop.java").stream()
                        .map(NextCommand::quoted)
                        .collect(Collectors.joining(" "));
        try (PseudoTerminal typed = PseudoTerminal.start(command, folder, Map.of("TERM", "xterm"))) {
            typed.until("jshell> ");

            typed.type("wadachi.run(shop.feat\t");
            typed.until("features(");
            typed.type(")\n");
            typed.until("==> 12");
            typed.type("wadachi.plan(shop.features())\n");
            typed.until("==> plan: 2 up to date");
            typed.until("jshell> ");
            typed.type("while (true) System.out.print(\"on\");\n");
            typed.until("onon");
            typed.type("\003");
            typed.until("jshell> ");
            typed.type("/exit 3\n");
            typed.until("Goodbye");

            assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED.number());
        }
    }

    private Said piped(String snippets) throws IOException, InterruptedException {
        return said(command("shell", "Shop.java"), snippets);
    }

    private Said said(List<String> command, String input) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(err.toFile())
                .start();
        try (Writer to = process.outputWriter(StandardCharsets.UTF_8)) {
            to.write(input);
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, Files.readString(err));
    }

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return command;
    }
}
