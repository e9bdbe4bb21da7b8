package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandTest {

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void run(@TempDir Path folder) {
        wadachi = MarketFile.in(folder);
        wadachi.run("run", "Market.java", "Market", "score", "split", "note", "--least", "2,5");
    }

    @Test
    void each_task_is_listed_with_its_newest_result() {
        String listed = wadachi.run("ls").out();
        assertThat(listed.lines().findFirst().orElseThrow().split(" +"))
                .containsExactly("task", "results", "newest", "run", "took", "size", "parameters");
        assertThat(listed.lines().filter(line -> line.startsWith("Assess")))
                .singleElement()
                .asString()
                .matches("Assess +2 +20.*least=.*");
        assertThat(Json.parse(wadachi.run("ls", "--json").out()).asArray().elements())
                .extracting(task -> task.asObject().text("task"))
                .containsExactlyInAnyOrder("Sales", "Daily", "Assess", "Halve", "Note");
    }

    @Test
    void names_parameters_runs_and_ages_choose_what_is_listed() {
        assertThat(wadachi.run("ls", "*a*e*").out()).contains("Sales", "Halve").doesNotContain("Daily");
        assertThat(wadachi.run("ls", "Daily", "--where", "least=5").out())
                .contains("Daily(least=5)")
                .doesNotContain("least=2");
        assertThat(wadachi.run("ls", "--since", "1h").out()).contains("Daily");
        assertThat(wadachi.run("ls", "--since", "2999-01-01").out()).isEqualTo("no results\n");
        wadachi.run("run", "Market.java", "Market", "note");
        String run = Json.parse(wadachi.run("ls", "--runs", "--json").out())
                .asArray()
                .get(0)
                .asObject()
                .text("run");
        assertThat(wadachi.run("ls", "--run", run).out()).contains("Note").doesNotContain("Daily");
    }

    @Test
    void a_task_has_as_many_results_as_are_counted() {
        wadachi.run("run", "Market.java", "Market", "score", "--rerun", "Daily");

        assertThat(wadachi.run("ls", "Daily*").out().lines().toList().get(1)).matches("Daily +3 .*");
        assertThat(wadachi.run("ls", "Daily").out().lines()).hasSize(1 + 3);
        assertThat(wadachi.run("ls", "Daily*", "--results").out().lines()).hasSize(1 + 3);
    }

    @Test
    void a_limit_counts_for_tasks_too() {
        assertThat(wadachi.run("ls", "--limit", "2").out().lines()).hasSize(1 + 2);
        assertThat(wadachi.run("ls", "--limit", "0").err()).contains("'0' is not a whole number from 1 to ");
    }

    @Test
    void what_is_not_there_is_told_with_what_is() {
        assertThat(wadachi.run("ls", "Dayly").err())
                .isEqualTo("nothing is kept of a task Dayly; did you mean Daily?\n");
        assertThat(wadachi.run("ls", "--pipeline", "Markt").err())
                .isEqualTo("there was no run of a pipeline Markt; did you mean Market?\n");
        assertThat(wadachi.run("ls", "--since", "yesterday").err())
                .isEqualTo("--since yesterday: give a date such as 2026-11-01, or an age: 30m, 12h, 7d\n");
        assertThat(wadachi.run("ls", "--where", "weeks"))
                .isEqualTo(new Captured.Said(
                        ExitCode.BAD_INPUT, "", "--where weeks: write a parameter as --where name=value\n"));
        assertThat(wadachi.run("ls", "--where", "leats=1"))
                .isEqualTo(new Captured.Said(
                        ExitCode.BAD_INPUT,
                        "",
                        "--where leats=…: no task that results are kept of has a parameter leats; did you mean"
                                + " least?\n"));
        assertThat(wadachi.run("ls", "--run", "ffff").err()).isEqualTo("there is no run ffff\n");
    }

    @Test
    void sizes_are_added_up_by_task_run_and_model() {
        String sizes = wadachi.run("du").out();
        assertThat(sizes).startsWith("task").contains("Daily").contains("together");
        assertThat(wadachi.run("du", "--by", "run").out().lines()).hasSize(3);
        assertThat(wadachi.run("du", "--by", "model").out()).isEqualTo("no models\n");
        long bytes = Json.parse(wadachi.run("du", "--json").out()).asObject().number("bytes");
        long daily = Json.parse(wadachi.run("ls", "Daily", "--json").out()).asArray().elements().stream()
                .mapToLong(result -> result.asObject().number("bytes"))
                .sum();
        assertThat(bytes).isGreaterThan(daily).isLessThan(100_000);
    }

    @Test
    void a_result_is_exported_in_the_format_that_the_name_tells() throws IOException {
        Path folder = wadachi.folder();
        wadachi.run("run", "Market.java", "Market", "split", "note");
        wadachi.run("export", "Daily", "daily.csv");
        assertThat(Files.readString(folder.resolve("daily.csv"))).startsWith("day,item,pieces\n2026-01-01,");
        assertThat(wadachi.run("export", "Note", "note.txt").out()).isEqualTo("wrote note.txt\n");
        assertThat(folder.resolve("note.txt")).hasContent("sold out").isWritable();

        wadachi.run("export", "Halve", "halves");

        assertThat(folder.resolve("halves/train")).isNotEmptyFile();
        assertThat(wadachi.run("export", "Halve", "halves").err()).endsWith("already; name a new folder\n");
    }
}
