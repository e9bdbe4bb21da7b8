package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksCommandTest {

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        wadachi = Captured.in(folder);
        Files.writeString(folder.resolve("Shop.java"), """
                import dev.wadachi.task.*;
                import java.time.LocalDate;
                import java.util.List;

                /// Weekly demand of every item. And more.
                ///
                /// @param week the week to forecast
                record Demand(@Default("2021-08-02") LocalDate week, int maxLags) implements Pipeline {
                    /// The score on that week.
                    public Task<Double> evaluate() { return new Score(week); }
                    public List<Task<Double>> all() { return List.of(); }
                    Task<Double> hidden() { return evaluate(); }
                }

                /// How far off the forecast was.
                record Score(LocalDate week) implements Task<Double> {
                    public Double run(Context in) { return 1.0; }
                }
                """);
    }

    @Test
    void pipelines_are_listed_with_parameters_goals_and_docs() {
        Captured.Said said = wadachi.run("tasks", "Shop.java");

        assertThat(said.err()).isEmpty();
        assertThat(said.out()).isEqualTo("""
                Demand  Weekly demand of every item
                  --week      LocalDate  default 2021-08-02  the week to forecast
                  --max-lags  int        must be given
                  wadachi run Shop.java Demand all       List<Task<Double>>
                  wadachi run Shop.java Demand evaluate  Task<Double>        The score on that week

                Tasks
                  Score  How far off the forecast was
                """);
    }

    @Test
    void two_of_one_name_are_told_apart_by_their_packages(@TempDir Path project) throws IOException {
        for (String name : List.of("c", "x")) {
            Path sources =
                    Files.createDirectories(project.resolve("src/main/java").resolve(name));
            Files.writeString(
                    sources.resolve("T1.java"),
                    "package " + name + "; import dev.wadachi.task.*; "
                            + "public record T1() implements Task<Integer> { public Integer run(Context in) { return 1; } }");
        }

        assertThat(Captured.in(project).run("tasks").out()).isEqualTo("Tasks\n  c.T1\n  x.T1\n");
    }

    @Test
    void a_script_gets_json() {
        Json json =
                Json.parse(wadachi.run("tasks", "Shop.java", "Demand", "--json").out());

        assertThat(json.compact())
                .contains("\"goals\":[\"all\",\"evaluate\"]")
                .contains("{\"name\":\"week\",\"type\":\"LocalDate\",\"default\":\"2021-08-02\"");
    }

    @Test
    void sources_that_do_not_compile_end_with_a_code_of_their_own() throws IOException {
        Files.writeString(wadachi.folder().resolve("Shop.java"), "record Demand( {}");

        Captured.Said said = wadachi.run("tasks", "Shop.java");

        assertThat(said.code()).isEqualTo(ExitCode.DOES_NOT_COMPILE);
        assertThat(said.err()).startsWith("Shop.java:1: error: ");
    }
}
