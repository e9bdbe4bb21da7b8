package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlCommandTest {

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void run(@TempDir Path folder) {
        wadachi = MarketFile.in(folder);
        assertThat(wadachi.run("run", "Market.java", "Market", "score", "split", "note")
                        .code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void the_newest_result_of_a_task_is_a_table_by_its_name() {
        assertThat(answer("select item, sum(pieces) as pieces from daily group by all"))
                .isEqualTo("""
                        item     pieces
                        varchar  bigint
                        rice          6
                        tea          12
                        2 rows
                        """);
    }

    @Test
    void an_older_result_is_found_by_its_run() throws IOException {
        String first = run();
        MarketFile.sales(wadachi.folder(), MarketFile.sales().replace("tea,7", "tea,70"));
        wadachi.run("run", "Market.java", "Market", "daily");

        assertThat(answer("select max(pieces) as most from Daily")).contains("\n     70\n");
        assertThat(answer("select max(pieces) as most from \"Daily@" + first + "\""))
                .contains("\n      7\n");
    }

    @Test
    void and_by_its_parameters_or_all_points_at_once() {
        wadachi.run("run", "Market.java", "Market", "score", "daily", "--least", "3,5");

        assertThat(answer("select count(*) as n from \"Daily(least=5)\"")).contains("\n     2\n");
        assertThat(answer("select least, mean from \"Assess(*)\" order by least"))
                .isEqualTo("""
                         least               mean
                        bigint             double
                             2                4.5
                             3  5.333333333333333
                             5                6.0
                        3 rows
                        """);
        assertThat(answer("select least, count(*) as n from \"Daily(*)\" group by all order by all"))
                .contains("""
                        2             4
                        3             3
                        5             2
                        """);
    }

    @Test
    void a_component_of_a_record_of_tables_is_a_table() {
        assertThat(answer("select count(*) as n from \"Halve.train\"")).contains("\n     2\n");
    }

    @Test
    void runs_parameters_metrics_and_results_are_tables() {
        assertThat(answer("""
                        select task, metric, value, pipeline, state
                        from metrics join runs using (run)""")).isEqualTo("""
                        task     metric    value  pipeline  state
                        varchar  varchar  double  varchar   varchar
                        Assess   mean        4.5  Market    succeeded
                        1 row
                        """);
        assertThat(answer("select task, parameter, value from parameters where task = 'Sales'"))
                .contains("Sales    file       sales.csv");
        assertThat(answer("select task, codec from results order by task")).contains("Daily    parquet");
    }

    @Test
    void rows_go_to_a_file_or_to_a_script() throws IOException {
        assertThat(wadachi.run("sql", "from Daily limit 1", "--json").out()).isEqualTo("""
                        [
                          {
                            "day": "2026-01-01",
                            "item": "rice",
                            "pieces": 4
                          }
                        ]
                        """);

        wadachi.run("sql", "from Daily order by all limit 1", "--to", "first.csv");

        assertThat(wadachi.folder().resolve("first.csv")).hasContent("day,item,pieces\n2026-01-01,rice,4\n");
        wadachi.run("sql", "from Daily order by all limit 1", "--to", "first.json");
        assertThat(Files.readString(wadachi.folder().resolve("first.json")))
                .isEqualTo("[\n\t{\"day\":\"2026-01-01\",\"item\":\"rice\",\"pieces\":4}\n]\n");
    }

    @Test
    void what_cannot_be_answered_is_told_with_the_next_step() {
        assertThat(refusal("from Dayly")).isEqualTo("""
                        there is no table "Dayly"; did you mean "Daily"?
                          tables: Assess, Daily, Halve, Note, Sales, metrics, parameters, results, runs
                        """);
        assertThat(refusal("from Note")).isEqualTo("\"Note\" has no rows that a query could read\n");
        assertThat(refusal("select piece from Daily"))
                .contains("there is no column \"piece\"; did you mean \"pieces\"?");
        assertThat(refusal("delete from Daily")).contains("only a query makes a table");
        assertThat(refusal("from read_csv('/etc/passwd')")).contains("a query reads only the tables that it is given");
        assertThat(wadachi.run("sql", "from Daily", "--to", "rows.xls").err())
                .isEqualTo(
                        "the file rows.xls has no ending that tells a format: name it .csv, .parquet, .json or .jsonl\n");
        assertThat(wadachi.run("sql", "from Daily", "--to", "no/rows.csv").err())
                .contains("make it first");
    }

    @Test
    void a_run_or_parameters_that_a_task_has_no_result_of_are_told_with_those_that_there_are() {
        assertThat(refusal("from \"Daily@zzzz\"")).isEqualTo("there is no run zzzz; runs that had it: " + run() + "\n");
        assertThat(refusal("from \"daily(least=9)\""))
                .isEqualTo("no result of Daily has the parameters least=9; there are: Daily(least=2)\n");
    }

    @Test
    void a_task_with_the_name_of_a_list_goes_first_and_the_list_has_another_name() throws IOException {
        Files.writeString(wadachi.folder().resolve("Odd.java"), """
                import dev.wadachi.task.*;

                public record Odd() implements Pipeline {
                    public Task<Long> runs() { return new Runs(); }
                }

                record Runs() implements Task<Long> {
                    public Long run(Context in) { return 42L; }
                }
                """);
        assertThat(wadachi.run("run", "Odd.java", "Odd", "runs").code()).isEqualTo(ExitCode.OK);

        Captured.Said said = wadachi.run("sql", "from runs");

        assertThat(said.out()).contains("\n    42\n");
        assertThat(said.err())
                .isEqualTo("note: \"runs\" is the result of the task of that name; the list is \"@runs\"\n");
        assertThat(answer("select count(*) as n from \"@runs\"")).contains("\n     2\n");
    }

    private String run() {
        return wadachi.run("sql", "select run from runs", "--json")
                .out()
                .replaceAll("[^0-9a-f]*([0-9a-f]{4})\"\\s*}\\s*]\\s*", "$1");
    }

    private String answer(String query) {
        Captured.Said said = wadachi.run("sql", query);
        assertThat(said.err()).isEmpty();
        return said.out();
    }

    private String refusal(String query) {
        Captured.Said said = wadachi.run("sql", query);
        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        return said.err();
    }
}
