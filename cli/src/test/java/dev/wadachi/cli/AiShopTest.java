package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What `why` says when something of the AI shop was edited, and that it is what happens then: the example, in a copy,
/// over two weeks.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AiShopTest {

    private static final String LADDER = "Demand ladder --last 2021-01-11 --algorithms [last-value(lag=2),ridge]";
    private static final String SOURCES = "src/main/java/shop/";

    private AiShopCopy unedited = new AiShopCopy(Path.of(""));
    private AiShopCopy shop = new AiShopCopy(Path.of(""));

    @BeforeAll
    void runOnce(@TempDir Path folder) {
        unedited = AiShopCopy.in(folder);
        Captured.Said said = unedited.wadachi("run " + LADDER);
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.OK);
        assertThat(said.out()).contains("ridge", "last-value(lag=2)");
    }

    @BeforeEach
    void copy(@TempDir Path folder) {
        shop = unedited.to(folder);
    }

    @Test
    void an_edited_comment_changes_nothing() {
        shop.edit(SOURCES + "Fit.java", "final class Fit {", "// edited\nfinal class Fit {");

        assertThat(shop.why(LADDER)).isEqualTo("nothing to do: 13 up to date\n");
    }

    @Test
    void sql_answers_on_what_it_gave_and_published() {
        String publish = LADDER.replace("ladder", "publish");
        assertThat(shop.wadachi("run " + publish).err())
                .contains("ran FolderSink(folder=out)")
                .doesNotContain("warning");
        assertThat(shop.folder().resolve("out/forecast.parquet")).isRegularFile();

        assertThat(sql("select count(*) as pairs, count(distinct store) as stores, min(week) as week from Forecast"))
                .contains("100      10  2022-01-03\n1 row");
        assertThat(sql("select s.algorithm, count(*) as weeks, abs(any_value(l.mae) - avg(s.mae)) < 0.01 as same"
                        + " from Scores s join Ladder l using (algorithm) group by all order by all"))
                .contains("last-value(lag=2)       2  true", "ridge                   2  true");
        assertThat(sql("select count(*) from metrics where metric = 'mae' and task = 'Evaluate'"))
                .contains(" 4\n1 row");
        assertThat(shop.wadachi("run " + publish).err()).contains("nothing to do");

        // As its README says it.
        assertThat(shop.wadachi("publish " + LADDER.replace("ladder", "forecast") + " as shop/forecast")
                        .out())
                .startsWith("published shop/forecast version 1: Demand forecast, a Table of ");
    }

    private String sql(String query) {
        Captured.Said said = Captured.in(shop.folder()).run("sql", query);
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.OK);
        return said.out();
    }

    @Test
    void an_edited_helper_method_is_named_with_its_file_line_and_caller() {
        shop.edit(
                SOURCES + "Fit.java",
                "algorithm.fit(rows, FORMULA)",
                "algorithm.fit(rows.sql(\"from this\"), FORMULA)");

        int line = shop.line(SOURCES + "Fit.java", "algorithm.fit(");
        assertThat(shop.why(LADDER)).isEqualTo("""
                Ladder  may run: only if upstream scores comes out otherwise
                  Scores  may run: only if upstream scores comes out otherwise
                    Evaluate(fold=fold(known=2020-12-21,target=2021-01-04))  may run: only if upstream model comes out otherwise
                        … and 3 more Evaluate likewise
                      Features  up to date
                      Train(algorithm=last-value(lag=2), fold=fold(known=2020-12-21,target=2021-01-04))  will run: code changed
                          Fit.fit(Table, Algorithm)  Fit.java:%d, called from Train.run
                          … and 3 more Train likewise
                        Features  up to date
                To keep the old result: wadachi accept Train Demand ladder --last 2021-01-11 --algorithms "[last-value(lag=2),ridge]" --reason "…"
                """.formatted(line));
        assertThat(shop.wadachi("run " + LADDER).err())
                .as("the same rows give the same models")
                .contains("4 ran, 9 up to date");
    }

    @Test
    void a_changed_parameter_is_named_with_the_value_that_it_had() {
        assertThat(shop.why(LADDER.replace("lag=2", "lag=3"))).isEqualTo("""
                Ladder  will run: upstream scores changed
                  Scores  will run: upstream scores changed
                    Evaluate(fold=fold(known=2020-12-21,target=2021-01-04))  will run: upstream model changed
                        … and 1 more Evaluate likewise
                      Features  up to date
                      Train(algorithm=last-value(lag=3), fold=fold(known=2020-12-21,target=2021-01-04))  will run: parameter algorithm changed: last-value(lag=2) → last-value(lag=3)
                          … and 1 more Train likewise
                        Features  up to date
                    Evaluate(fold=fold(known=2020-12-21,target=2021-01-04))  up to date
                """);
        assertThat(shop.wadachi("run " + LADDER.replace("lag=2", "lag=3")).err())
                .contains("6 ran, 7 up to date");
    }

    @Test
    void a_changed_row_is_a_changed_source_and_the_wave_stops_where_the_weekly_sums_stay_the_same() {
        shop.edit("data/sales.csv", "2020-01-07,TUE,2,chiba,apple_juice,19,", "2020-01-07,TUE,2,chiba,apple_juice,20,");
        String changed = """
                Features  may run: only if upstream weekly comes out otherwise
                  WeeklySales  may run: only if upstream sales comes out otherwise
                    Sales(file=data/sales.csv)  will run: the source changed
                """;
        assertThat(shop.why("Demand features")).isEqualTo(changed);
        shop.edit("data/sales.csv", "2020-01-08,WED,2,chiba,apple_juice,36,", "2020-01-08,WED,2,chiba,apple_juice,35,");
        assertThat(shop.why("Demand features")).isEqualTo(changed);

        assertThat(shop.wadachi("run " + LADDER).err())
                .contains("ran Sales(file=data/sales.csv)", "ran WeeklySales", "2 ran, 11 up to date");
        assertThat(shop.why(LADDER)).isEqualTo("nothing to do: 13 up to date\n");

        shop.edit("data/sales.csv", "2020-01-08,WED,2,chiba,apple_juice,35,", "2020-01-08,WED,2,chiba,apple_juice,99,");
        assertThat(shop.wadachi("run Demand features").err()).contains("3 ran, 0 up to date");
    }

    @Test
    void a_deleted_blob_is_named_where_somebody_reads_it() throws IOException {
        String digest = shop.deleteValue("Features");
        assertThat(shop.why(LADDER)).as("nobody reads it").isEqualTo("nothing to do: 13 up to date\n");

        String lost = "Features  will run: its stored value is gone (blob " + digest.substring(0, 12) + ")\n"
                + "  WeeklySales  up to date\n";
        assertThat(shop.why("Demand features")).isEqualTo(lost);
        assertThat(shop.wadachi("run Demand features").err()).contains("1 ran, 2 up to date");
        assertThat(shop.why("Demand features")).isEqualTo("nothing to do: 3 up to date\n");
    }

    @Test
    void a_new_version_of_a_library_is_named_for_the_tasks_that_reach_it() throws IOException {
        MavenShelf maven = MavenShelf.in(shop.folder());
        String weeks = "package weeks; public class Weeks { public static int days() { return %s; } }";
        maven.install("weeks", "1.0", "Weeks", weeks.formatted("7"));
        maven.need("weeks", "1.0");
        shop.edit(SOURCES + "WeeklySales.java", "count(distinct date) = 7", "count(distinct date) = %d");
        shop.edit(SOURCES + "WeeklySales.java", "\"\"\").timed", "\"\"\".formatted(weeks.Weeks.days())).timed");
        assertThat(shop.wadachi("run Demand features").err()).contains("1 ran, 2 up to date");

        maven.install("weeks", "1.1", "Weeks", weeks.formatted("Math.abs(-7)"));
        maven.need("weeks", "1.1");

        assertThat(shop.why("Demand features")).isEqualTo("""
                Features  may run: only if upstream weekly comes out otherwise
                  WeeklySales  will run: library weeks changed: weeks-1.0.jar → weeks-1.1.jar
                    Sales(file=data/sales.csv)  up to date
                To keep the old result: wadachi accept WeeklySales Demand features --reason "…"
                """);
        assertThat(shop.wadachi("run Demand features").err())
                .as("a week has as many days as before")
                .contains("1 ran, 2 up to date");
    }

    @Test
    void another_seed_is_a_cause_for_what_draws_random_numbers_alone() {
        shop.write(SOURCES + "Lot.java", """
                package shop;

                import dev.wadachi.table.Table;
                import dev.wadachi.task.Context;
                import dev.wadachi.task.Task;

                /// A drink that is drawn by lot.
                record Lot(Task<Table> weekly) implements Task<String> {
                    public String run(Context in) {
                        String[] items = in.load(weekly).strings("item");
                        return items[in.random().nextInt(items.length)];
                    }
                }
                """);
        shop.edit(
                SOURCES + "Demand.java",
                "    private Task<Table> weekly() {",
                "    public Task<String> lot() {\n        return new Lot(weekly());\n    }\n\n"
                        + "    private Task<Table> weekly() {");
        assertThat(shop.wadachi("run Demand lot").err()).contains("1 ran, 2 up to date");

        assertThat(shop.why("Demand lot --seed 7")).isEqualTo("""
                Lot  will run: seed changed: 0 → 7
                  WeeklySales  up to date
                """);
        assertThat(shop.why("Demand features --seed 7")).isEqualTo("nothing to do: 3 up to date\n");
        assertThat(shop.wadachi("run Demand lot --seed 7").err()).contains("1 ran, 2 up to date");
        assertThat(shop.why("Demand lot")).isEqualTo("nothing to do: 3 up to date\n");
    }
}
