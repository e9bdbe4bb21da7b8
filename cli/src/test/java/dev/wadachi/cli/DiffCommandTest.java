package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    private Captured wadachi = Captured.in(Path.of(""));
    private String first = "";

    @BeforeEach
    void runTwice(@TempDir Path folder) throws IOException {
        wadachi = MarketFile.in(folder);
        first = run();
        MarketFile.sales(
                folder,
                MarketFile.sales()
                                .replace("2026-01-02,tea,7", "2026-01-02,tea,9")
                                .replace("2026-01-01,rice,4\n", "") + "2026-01-03,salt,5\n");
        run();
    }

    @Test
    void rows_that_came_went_and_changed_are_told_apart_by_a_key() {
        assertThat(diff("Daily", "--key", "day,item"))
                .startsWith("before  Daily(least=2) of run " + first)
                .contains("""
                        rows: 4 rows before, 4 rows after; 1 only after, 1 only before, 1 changed, by day, item
                          pieces changed in 1 row
                        such as
                        """)
                .contains("  2026-01-02  tea      pieces   7        9\n")
                .contains("""
                        column          missing  distinct  least       mean  most
                        day     before        0         2  2026-01-01        2026-01-02
                                after         0         3  2026-01-01        2026-01-03
                        """);
    }

    @Test
    void without_a_key_whole_rows_are_compared() {
        assertThat(diff("Daily"))
                .contains(
                        "rows: 4 rows before, 4 rows after; 2 only after, 2 only before (with --key, changed rows are told apart)")
                .contains("  -        2026-01-01  rice           4\n")
                .contains("  +        2026-01-03  salt           5\n");
    }

    @Test
    void tables_without_a_common_column_are_not_compared_by_a_made_up_one() throws IOException {
        Path source = wadachi.folder().resolve("Market.java");
        Files.writeString(
                source,
                Files.readString(source)
                        .replace(
                                "select day, item, sum(pieces)::int as pieces",
                                "select day as \\\"d\\ny\\\", item as i, sum(pieces)::int as p"));
        assertThat(wadachi.run("run", "Market.java", "Market", "daily").code()).isEqualTo(ExitCode.OK);

        assertThat(diff("Daily"))
                .contains("column  + d⏎y     DATE\n")
                .endsWith("rows: 4 rows before, 4 rows after; no column is in both, so none can be compared\n");
        assertThat(Json.parse(diff("Daily", "--json"))
                        .asObject()
                        .object("table")
                        .has("onlyAfter"))
                .isFalse();
        assertThat(wadachi.run("show", "Daily").out()).contains("\nd⏎y     date  ");
    }

    @Test
    void of_json_the_members_that_differ_are_named() {
        assertThat(diff("Assess")).contains("""
                member  before  after
                mean       4.5   5.25
                """);
        JsonObject difference = Json.parse(wadachi.run("diff", first + ":Assess", "Assess", "--json")
                        .out())
                .asObject();
        assertThat(difference.array("members").get(0).asObject().decimal("after"))
                .isEqualTo(5.25);
    }

    @Test
    void columns_that_came_or_changed_their_type_are_named() {
        wadachi.run("sql", "select day, item, pieces::double as pieces, 1 as one from Daily", "--to", "set.parquet");
        wadachi.run("run", "Market.java", "Market", "split", "--set", "Daily=set.parquet");
        String set = Json.parse(wadachi.run("ls", "Halve", "--json").out())
                .asArray()
                .get(0)
                .asObject()
                .text("result");

        assertThat(wadachi.run("diff", first + ":Halve", set).out()).contains("the bytes differ");
    }

    @Test
    void some_of_the_parameters_name_a_result_where_they_fit_one_alone() throws IOException {
        Path two = Files.createDirectory(wadachi.folder().resolve("two"));
        Files.writeString(two.resolve("Two.java"), """
                import dev.wadachi.task.*;
                record Two(@Default("1") int a, @Default("z") String b) implements Pipeline {
                    public Task<Made> both() { return new Both(a, b); }
                }
                record Made(String text) {}
                record Both(int a, String b) implements Task<Made> {
                    public Made run(Context in) { return new Made(a + b); }
                }
                """);
        Captured there = Captured.in(two);
        there.run("run", "Two.java", "Two", "both", "--a", "1,2", "--b", "\"(x, y\"");

        assertThat(there.run("diff", "Both(a=1)", "Both(a=2)").out())
                .contains("before  Both(a=1, b=\"(x, y\") of run ", "after   Both(a=2, b=\"(x, y\") of run ");
        assertThat(there.run("diff", "Both(a=1)", "Both(b=\"(x, y\")").err())
                .startsWith("Both(b=\"(x, y\") names 2 results; say which, by the first column:\n")
                .contains("Both(a=1, b=", "Both(a=2, b=");
        assertThat(there.run("diff", "Both(a=1)", "Both(c=2)").err()).startsWith("there is no result Both(c=2)");
        assertThat(there.run("sql", "from \"Both(b=\"\"(x, y\"\", a=2)\"").out())
                .contains("2(x, y");
    }

    @Test
    void equal_results_have_no_difference() {
        assertThat(wadachi.run("diff", "Daily", "Daily").out()).endsWith("no difference: the bytes are the same\n");
    }

    @Test
    void a_key_that_names_no_row_is_refused_with_examples() {
        Captured.Said said = wadachi.run("diff", first + ":Sales", "Sales", "--key", "item");
        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err())
                .startsWith(
                        "--key item does not name one row: in the first result 2 keys stand for several rows, such as\n");
        assertThat(wadachi.run("diff", first + ":Daily", "Daily", "--key", "itm")
                        .err())
                .contains("\"itm\"")
                .contains("item");
    }

    private String diff(String task, String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "diff";
        words[1] = first + ":" + task;
        words[2] = task;
        System.arraycopy(more, 0, words, 3, more.length);
        Captured.Said said = wadachi.run(words);
        assertThat(said.err()).isEmpty();
        return said.out();
    }

    private String run() {
        assertThat(wadachi.run("run", "Market.java", "Market", "score", "split").code())
                .isEqualTo(ExitCode.OK);
        String run = Json.parse(wadachi.run("ls", "--runs", "--json").out())
                .asArray()
                .get(0)
                .asObject()
                .text("run");
        return run.substring(run.length() - 4);
    }
}
