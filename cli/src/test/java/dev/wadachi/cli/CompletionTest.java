package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.completion.Shell;
import dev.wadachi.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Words that the tab key offers: asked of the program that all shells share, and typed into each shell.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shells that are completed for are those of Unix")
class CompletionTest {

    private static final String PROJECT = """
            import dev.wadachi.task.*;

            /** What is sold. */
            record Sales(String shop, Size size) implements Task<String> {
                public String run(Context in) { return shop + size; }
            }

            enum Size { SMALL, LARGE }

            sealed interface Algorithm {
                record LastValue() implements Algorithm {}
                record Gbdt(@Default("0.1") double rate) implements Algorithm {}
            }

            /** Weekly demand. */
            public record Demand(
                    @Default("ginza") String shop, @Default("SMALL") Size size, @Default("gbdt") Algorithm algorithm,
                    @Default("2021-08-02") java.time.LocalDate week, @Default("false") boolean dry)
                    implements Pipeline {
                /** All that was sold. */
                public Task<String> sales() { return new Sales(shop, size); }
                public Task<String> evaluate() { return new Sales(shop, size); }
            }
            """;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeAll
    static void writeScripts() throws IOException {
        for (Shell shell : Shell.values()) {
            Files.writeString(
                    script(shell),
                    Captured.in(shared).run("completion", shell.word()).out());
        }
    }

    private static Path script(Shell shell) {
        return shared.resolve("wadachi." + shell.word());
    }

    @BeforeEach
    void write() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/main/java"));
        Files.writeString(sources.resolve("Demand.java"), PROJECT);
        wadachi = Captured.in(folder);
        assertThat(wadachi.run("completion", "--refresh").code()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest(name = "wadachi {0} {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                    ''                        | ''        | new, run, plan, why, missing, tasks, shell, ls, show, sql, diff, export, explore, du
                    ''                        | pub       | publish, published
                    store                     | pu        | push, pull
                    run                       | ''        | Demand, Sales
                    run                       | D         | Demand
                    run Demand                | ''        | evaluate, sales, Sales
                    run Demand evaluate       | s         | sales
                    run Demand                | --d       | --durable, --dry
                    run Demand --size         | ''        | SMALL, LARGE
                    run Demand                | --size=L  | --size=LARGE
                    run Demand --size =       | L         | LARGE
                    run Demand --algorithm    | ''        | last-value, gbdt
                    run Demand --algorithm    | gbdt,la   | gbdt,last-value
                    run Demand --dry          | t         | true
                    run Demand --week         | t         | today
                    run --jobs 2              | ''        | Demand, Sales
                    run Demand --rerun        | ''        | Sales
                    why                       | D         | Demand
                    help                      | dep       | dependents
                    completion                | ''        | bash, zsh, fish
                    """)
    void each_place_has_its_words(String before, String current, String expected) throws Exception {
        List<String> typed = new ArrayList<>(before.isEmpty() ? List.of() : List.of(before.split(" ")));
        typed.add(current);

        assertThat(offered(typed)).startsWith(expected.split(", "));
        if (!current.isEmpty() || !before.isEmpty()) {
            assertThat(offered(typed)).hasSize(expected.split(", ").length);
        }
    }

    @Test
    void results_and_runs_are_those_of_the_store() throws Exception {
        assertThat(offered(List.of("show", ""))).isEmpty();
        wadachi.run("run", "Demand", "sales");
        String run = Json.parse(wadachi.run("ls", "--runs", "--json").out())
                .asArray()
                .get(0)
                .asObject()
                .text("run");

        String shortly = run.substring(run.length() - 4);
        assertThat(offered(List.of("show", ""))).containsExactly("Sales", shortly);
        assertThat(offered(List.of("log", shortly.substring(0, 2)))).containsExactly(shortly);
        assertThat(offered(List.of("export", "S"))).containsExactly("Sales");
    }

    @Test
    void a_file_is_completed_by_the_shell_itself() throws Exception {
        assertThat(offered(List.of("data", "add", ""))).isEmpty();
        assertThat(offered(List.of("run", "--store", ""))).isEmpty();
    }

    @Test
    void a_single_file_has_words_of_its_own(@TempDir Path lonely) throws Exception {
        Files.writeString(lonely.resolve("Demand.java"), PROJECT);
        Captured alone = Captured.in(lonely);
        assertThat(alone.run("completion", "--refresh", "Demand.java").code()).isEqualTo(ExitCode.OK);

        assertThat(offered(lonely, List.of("run", "Demand.java", ""))).containsExactly("Demand", "Sales");
        assertThat(offered(lonely, List.of("run", "Demand.java", "Demand", "e")))
                .containsExactly("evaluate");
    }

    @Test
    void sources_that_do_not_compile_leave_the_commands() throws Exception {
        Files.writeString(folder.resolve("src/main/java/Demand.java"), "record Broken(");

        assertThat(wadachi.run("completion", "--refresh").code()).isEqualTo(ExitCode.DOES_NOT_COMPILE);
        assertThat(offered(List.of("run", ""))).isEmpty();
        assertThat(offered(List.of("reprod"))).containsExactly("reproduce");
    }

    @Test
    void a_shell_that_is_not_known_is_told() {
        assertThat(wadachi.run("completion").err()).contains("name the shell: bash, zsh or fish");
        assertThat(wadachi.run("completion", "tcsh").err()).contains("name the shell: bash, zsh or fish");
    }

    /// Words are typed with the tab key after their first letters; the command is one that prints what it was given.
    @ParameterizedTest
    @EnumSource
    void each_shell_completes_what_is_typed(Shell shell) throws Exception {
        assumeTrue(isInstalled(shell.word()), shell + " is not installed");
        assumeTrue(isInstalled("script"), "there is no `script`, which makes a pseudo-terminal");

        try (TypedShell typed = TypedShell.start(shell, script(shell), folder)) {
            typed.type("wadachi run Dem\teval\t--alg\tla\t--si\tLA\t\n");

            assertThat(typed.until("<--size>"))
                    .contains("<run><Demand><evaluate><--algorithm><last-value><--size><LARGE>");
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private List<String> offered(List<String> typed) throws IOException, InterruptedException {
        return offered(folder, typed);
    }

    private List<String> offered(Path where, List<String> typed) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "source \"$0\"; sh -c \"$_wadachi_program\" sh no-such-command \"$@\"",
                script(Shell.BASH).toString()));
        command.addAll(typed);
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        List<String> words = process.inputReader()
                .lines()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
        process.waitFor();
        return words;
    }
}
