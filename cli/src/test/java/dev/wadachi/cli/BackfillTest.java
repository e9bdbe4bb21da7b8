package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `run` over a range of time, and `missing`, on a small file.
class BackfillTest {

    private static final String SOURCE = """
            import dev.wadachi.task.*;
            import java.nio.file.Files;
            import java.time.LocalDate;
            import java.util.List;

            public record Till(@Every("P7D") LocalDate week, @Default("1") int lag) implements Pipeline {
                public Task<Takings> takings() { return new Week(new Sales("sales.txt"), week, lag); }
            }

            record Takings(String week, int pieces) {}

            record Sales(String file) implements Source<List<String>> {
                public Stamp stamp(Resources from) { return Stamp.ofFile(from.path(file)); }
                public List<String> run(Context in) throws Exception { return Files.readAllLines(in.path(file)); }
            }

            record Week(Task<List<String>> sales, LocalDate week, int lag) implements Task<Takings> {
                public Takings run(Context in) {
                    String from = week.minusWeeks(lag - 1).toString();
                    List<String> sold = in.load(sales).stream().filter(line -> line.startsWith(from)).toList();
                    if (sold.isEmpty()) {
                        throw new IllegalStateException("nothing was sold in the week of " + from);
                    }
                    return new Takings(from, sold.stream().mapToInt(line -> Integer.parseInt(line.split(" ")[1])).sum());
                }
            }
            """;

    private static final String RANGE = "2021-01-04..2021-02-01";

    @TempDir
    Path folder;

    private Captured wadachi;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("Till.java"), SOURCE);
        sales("2021-01-04 3\n2021-01-11 4\n2021-01-11 1\n2021-01-25 2\n2021-02-01 7\n");
        wadachi = Captured.in(folder);
    }

    private void sales(String lines) throws IOException {
        Files.writeString(folder.resolve("sales.txt"), lines);
    }

    private void edit(String before, String after) throws IOException {
        assertThat(SOURCE).contains(before);
        Files.writeString(folder.resolve("Till.java"), SOURCE.replace(before, after));
    }

    private Captured.Said backfill(String... more) {
        return run("run", more);
    }

    private Captured.Said missing(String... more) {
        return run("missing", more);
    }

    private Captured.Said run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "Till.java", "Till", "--week", RANGE));
        words.addAll(List.of(more));
        return wadachi.run(words.toArray(String[]::new));
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\\d+\\.\\d s", "0.1 s").replaceAll("run [0-9a-f]{4}", "run 7f3a");
    }

    @Test
    void every_point_of_a_range_is_a_run_and_the_report_tells_runs_from_tasks() {
        Captured.Said said = backfill();

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.out()).isEqualTo("""
                week        pieces
                2021-01-04       3
                2021-01-11       5
                2021-01-25       2
                2021-02-01       7
                """);
        assertThat(withoutTimes(said.err())).isEqualTo("""
                2021-01-04  ran Sales(file=sales.txt)  0.1 s
                2021-01-04  ran Week(lag=1, week=2021-01-04)  0.1 s
                2021-01-04  done in 0.1 s (run 7f3a)
                2021-01-11  ran Week(lag=1, week=2021-01-11)  0.1 s
                2021-01-11  done in 0.1 s (run 7f3a)
                2021-01-18  failed Week(lag=1, week=2021-01-18)  0.1 s
                2021-01-18  failed in 0.1 s (run 7f3a)
                2021-01-25  ran Week(lag=1, week=2021-01-25)  0.1 s
                2021-01-25  done in 0.1 s (run 7f3a)
                2021-02-01  ran Week(lag=1, week=2021-02-01)  0.1 s
                2021-02-01  done in 0.1 s (run 7f3a)
                2021-01-18 failed (run 7f3a):
                Week(lag=1, week=2021-01-18) failed: IllegalStateException: nothing was sold in the week of 2021-01-18
                    at Week.run(Till.java:22)
                  mend it and run again: what succeeded is kept
                  again: wadachi run Till.java Till --week 2021-01-18
                runs:  4 done, 1 failed
                tasks: 5 ran, 0 up to date, 1 failed in 0.1 s
                """);
        assertThat(wadachi.run("ls", "--runs").out().lines().filter(line -> line.contains("Till")))
                .hasSize(5);
    }

    @Test
    void going_on_runs_what_is_missing_alone() throws IOException {
        backfill();
        sales("2021-01-04 3\n2021-01-11 4\n2021-01-11 1\n2021-01-18 9\n2021-01-25 2\n2021-02-01 7\n");
        Captured.Said mended = backfill("--plain");

        assertThat(mended.code()).isEqualTo(ExitCode.OK);
        assertThat(mended.out()).contains("2021-01-18       9");
        assertThat(withoutTimes(mended.err()))
                .as("the source changed, and with it all weeks")
                .endsWith("""
                        runs:  5 done, 0 failed
                        tasks: 6 ran, 0 up to date, 0 failed in 0.1 s
                        """);
        Captured.Said again = backfill();
        assertThat(again.err()).isEqualTo("nothing to do: all 5 points up to date\n");
        assertThat(again.out()).isEqualTo(mended.out());
        assertThat(wadachi.run("ls", "--runs").out().lines().filter(line -> line.contains("Till")))
                .as("what is there makes no run")
                .hasSize(10);
    }

    @Test
    void a_sweep_within_the_points_stays_in_one_run() {
        Captured.Said said = backfill("--lag", "1,2", "--order", "newest", "--parallel-runs", "2", "--json");

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        JsonObject json = (JsonObject) Json.parse(said.out());
        assertThat(json.text("parameter")).isEqualTo("week");
        assertThat(json.get("runs").asObject().number("done")).isEqualTo(2);
        JsonObject point = json.array("points").get(1).asObject();
        assertThat(point.text("point")).isEqualTo("2021-01-11");
        assertThat(point.get("run").asObject().array("goals").size()).isEqualTo(2);
        assertThat(json.array("points").get(2).asObject().text("again"))
                .isEqualTo("wadachi run Till.java Till --week 2021-01-18 --lag 1,2");
    }

    @Test
    void it_may_stop_at_the_first_failure() {
        Captured.Said said = backfill("--stop-after-failure");

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.err())
                .contains("runs:  2 done, 1 failed, 2 not started\n")
                .doesNotContain("goes on from there");
    }

    @Test
    void a_list_of_dates_is_a_sweep_in_one_run() {
        Captured.Said said = wadachi.run("run", "Till.java", "Till", "--week", "2021-01-04,2021-01-11");

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        assertThat(said.err()).contains("3 ran, 0 up to date, 0 failed");
    }

    @Test
    void options_for_a_range_are_refused_without_one() {
        assertThat(wadachi.run("run", "Till.java", "Till", "--week", "2021-01-04", "--order", "newest"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT))
                .satisfies(said -> assertThat(said.err()).isEqualTo("""
                        --order is for the runs over a range of time, and no parameter has one: give one as from..to, \
                        such as --week 2021-01-04..2021-08-02
                        """));
        assertThat(wadachi.run("missing", "Till.java", "Till", "--week", "2021-01-04")
                        .err())
                .startsWith("missing looks at a range of time, and no parameter has one: ");
    }

    @Test
    void a_step_that_is_none_is_refused_with_what_to_write() throws IOException {
        edit("P7D", "weekly");

        assertThat(backfill())
                .satisfies(said -> assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT))
                .satisfies(said -> assertThat(said.err()).isEqualTo("""
                        Till.week has @Every("weekly"), but that is no period; write days, weeks, months or years, such as P7D.
                        """));
    }

    @Test
    void missing_lists_what_a_backfill_would_run_and_folds_what_follows_each_other() throws IOException {
        assertThat(missing().out()).isEqualTo("""
                5 of 5 points missing:
                  2021-01-04..2021-02-01  5  never computed
                To run them: wadachi run Till.java Till --week 2021-01-04..2021-02-01
                """);
        backfill();
        assertThat(missing().out()).isEqualTo("""
                1 of 5 points missing:
                  2021-01-18  1  never computed
                To run them: wadachi run Till.java Till --week 2021-01-04..2021-02-01
                """);
        edit("sold.stream()", "sold.stream().skip(0)");
        assertThat(missing().out()).isEqualTo("""
                5 of 5 points missing:
                  2021-01-04..2021-01-11  2  Week: code changed
                  2021-01-18              1  never computed
                  2021-01-25..2021-02-01  2  Week: code changed
                To run them: wadachi run Till.java Till --week 2021-01-04..2021-02-01
                """);
        Files.delete(folder.resolve("sales.txt"));
        assertThat(missing().out()).contains("  2021-01-04..2021-02-01  5  Sales: its source cannot be asked: ");
    }

    @Test
    void missing_tells_a_script_each_point_with_the_command_that_runs_it() {
        wadachi.run("run", "Till.java", "Till", "--week", "2021-01-04");
        Captured.Said said = missing("--json");

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        JsonObject json = (JsonObject) Json.parse(said.out());
        assertThat(json.number("upToDate")).isEqualTo(1);
        JsonObject first = json.array("missing").get(0).asObject();
        assertThat(first.text("point")).isEqualTo("2021-01-11");
        assertThat(first.text("state")).isEqualTo("never computed");
        assertThat(first.text("run")).isEqualTo("wadachi run Till.java Till --week 2021-01-11");
    }

    @Test
    void nothing_is_missing_when_all_is_there() throws IOException {
        sales("2021-01-04 3\n2021-01-11 4\n2021-01-18 9\n2021-01-25 2\n2021-02-01 7\n");
        backfill();

        assertThat(missing().out()).isEqualTo("nothing is missing: all 5 points up to date\n");
    }
}
