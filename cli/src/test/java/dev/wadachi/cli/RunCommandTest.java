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

class RunCommandTest {

    private Captured wadachi = Captured.in(Path.of(""));
    private ShopFile shop = new ShopFile(Path.of(""), Path.of(""));

    @BeforeEach
    void write(@TempDir Path folder) {
        wadachi = Captured.in(folder);
        shop = ShopFile.in(folder);
    }

    @Test
    void a_single_file_is_run_and_its_result_printed() {
        Captured.Said said = wadachi.run("run", "Shop.java", "Shop", "evaluate");

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        assertThat(said.out()).isEqualTo("algorithm  ridge\nmae        2.40000\n");
        assertThat(said.err())
                .contains("ran Sales(file=sales.txt)")
                .contains("ran Features(lags=2)")
                .containsPattern("3 ran, 0 up to date, 0 failed in \\d.* \\(run [0-9a-f]{4}\\)\n$");
    }

    @Test
    void the_second_time_there_is_nothing_to_do() {
        wadachi.run("run", "Shop.java", "Shop", "evaluate");

        Captured.Said said = wadachi.run("run", "Shop.java", "Shop", "evaluate");

        assertThat(said.out()).isEqualTo("algorithm  ridge\nmae        2.40000\n");
        assertThat(said.err()).isEqualTo("nothing to do: 3 up to date\n");
    }

    @Test
    void a_sweep_shares_its_work_and_is_one_table() {
        Captured.Said said =
                wadachi.run("run", "Shop.java", "Shop", "evaluate", "--algorithm", "ridge,gbdt", "--lags", "1..2");

        assertThat(said.out()).isEqualTo("""
                lags  algorithm      mae
                   1  ridge      1.20000
                   1  gbdt       1.50000
                   2  ridge      2.40000
                   2  gbdt           3.0
                """);
        assertThat(said.err()).contains("7 ran, 0 up to date");
    }

    @Test
    void any_task_of_the_graph_may_be_a_goal() {
        assertThat(wadachi.run("run", "Shop.java", "Shop", "Features").out()).isEqualTo("12\n");
    }

    @Test
    void a_task_of_plain_parameters_needs_no_pipeline() {
        assertThat(wadachi.run("run", "Shop.java", "Sales", "--file", "sales.txt")
                        .out())
                .isEqualTo("1\n2\n3\n");
    }

    @Test
    void all_bad_parameters_are_reported_at_once() {
        Captured.Said said =
                wadachi.run("run", "Shop.java", "Shop", "evaluate", "--lag", "2", "--lags", "many", "--rerunn", "X");

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err()).isEqualTo("""
                3 parameters of Shop are not right:
                  --lag: is no parameter of Shop; did you mean --lags?
                  --rerunn: is no parameter of Shop; there are --lags, --algorithm
                  --lags: many is not a whole number of at most 32 bits, such as 53
                  --rerunn is no option of wadachi either; did you mean --rerun?
                """);
    }

    @Test
    void a_misspelt_goal_gets_the_nearest() {
        assertThat(wadachi.run("run", "Shop.java", "Shop", "evalute").err())
                .isEqualTo("Shop has no goal and no task evalute; did you mean evaluate?\n");
    }

    @Test
    void a_task_that_is_only_loaded_while_another_runs_is_run_by_itself(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("R.java"), """
                import dev.wadachi.task.*;
                record Base() implements Task<Integer> { public Integer run(Context in) { return 7; } }
                record Dynamic() implements Task<Integer> {
                    public Integer run(Context in) { return in.load(new Base()) + 1; }
                }
                record P() implements Pipeline { public Task<Integer> goal() { return new Dynamic(); } }
                """);
        Captured there = Captured.in(elsewhere);

        assertThat(there.run("run", "R.java", "P", "Base").err())
                .startsWith("P has no goal and no task Base")
                .endsWith("is run by itself, if its components are plain: wadachi run R.java Base\n");
        assertThat(there.run("run", "R.java", "Base").out()).isEqualTo("7\n");
    }

    @Test
    void a_goal_of_several_tasks_by_name_prints_them_in_the_order_of_their_names(@TempDir Path elsewhere)
            throws IOException {
        Files.writeString(elsewhere.resolve("R.java"), """
                import dev.wadachi.task.*;
                import java.util.*;
                record Number(int n) implements Task<Integer> { public Integer run(Context in) { return n; } }
                record P() implements Pipeline {
                    public Map<String, Task<Integer>> numbers() {
                        Map<String, Task<Integer>> numbers = new LinkedHashMap<>();
                        for (String name : List.of("d", "b", "a", "c")) numbers.put(name, new Number(name.charAt(0)));
                        return numbers;
                    }
                }
                """);

        assertThat(Captured.in(elsewhere).run("run", "R.java", "P", "numbers").out())
                .containsSubsequence("97", "98", "99", "100");
    }

    @Test
    void a_stack_names_classes_and_lines_and_nothing_of_ours(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("K.java"), """
                import dev.wadachi.task.*;
                record P() implements Pipeline {
                    public Task<Integer> bad() { throw new IllegalStateException("as always"); }
                }
                """);

        assertThat(Captured.in(elsewhere).run("run", "K.java", "P", "bad").err())
                .contains("as always", "at P.bad(K.java:3)")
                .doesNotContain("//");
    }

    @Test
    void without_a_goal_those_there_are_are_named() {
        assertThat(wadachi.run("run", "Shop.java", "Shop").err())
                .isEqualTo("name a goal of Shop: evaluate, features, guess\n");
    }

    @Test
    void a_failure_tells_the_cause_the_users_lines_the_chain_and_what_to_do() {
        shop.sales("1\ntwo\n");

        Captured.Said said = wadachi.run("run", "Shop.java", "Shop", "evaluate");

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("""
                        Features(lags=2) failed: NumberFormatException: For input string: "two"
                            at Sums.sum(Shop.java:""")
                .contains("    at Features.run(Shop.java:")
                .contains("  needed by Evaluate(algorithm=ridge)\n")
                .contains("  the last lines of its log:\n    adding up\n")
                .contains("1 ran, 0 up to date, 1 failed, 1 skipped in ")
                .doesNotContain("dev.wadachi.engine");
    }

    @Test
    void what_succeeded_is_printed_although_another_goal_failed() {
        shop.edit("in.load(features) * in.random().nextDouble()", "in.load(features) / (in.load(features) - 12) * 1.0");

        Captured.Said said = wadachi.run("run", "Shop.java", "Shop", "guess", "evaluate");

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.out()).isEqualTo("evaluate\n  algorithm  ridge\n  mae        2.40000\n");
        Json goals = Json.parse(wadachi.run("run", "Shop.java", "Shop", "guess", "evaluate", "--json")
                        .out())
                .asObject()
                .array("goals");
        assertThat(goals.compact())
                .contains("\"value\":{\"algorithm\":\"ridge\",\"mae\":2.4}")
                .containsOnlyOnce("\"value\"");
    }

    @Test
    void a_sweep_tells_of_the_points_that_succeeded() {
        shop.edit("in.load(features) * in.random().nextDouble()", "in.load(features) / (in.load(features) - 12) * 1.0");

        Captured.Said said = wadachi.run("run", "Shop.java", "Shop", "guess", "--lags", "1..3");

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.out()).isEqualTo("""
                lags  value
                   1   -1.0
                   3    3.0
                """);
    }

    @Test
    void a_parameter_without_its_value_is_told_to_need_one() {
        assertThat(wadachi.run("run", "Shop.java", "Shop", "evaluate", "--lags").err())
                .isEqualTo("""
                A parameter of Shop is not right:
                  --lags: needs a value: a whole number of at most 32 bits, such as 53
                """);
    }

    @Test
    void a_failure_tells_what_was_being_done_and_then_what_caused_it() {
        shop.edit("return lines.stream().mapToInt(Integer::parseInt).sum();", """
                try {
                            throw new RuntimeException("inner");
                        } catch (RuntimeException e) {
                            throw new IllegalStateException("outer says which week", e);
                        }\
                """);

        Captured.Said said = wadachi.run("run", "Shop.java", "Shop", "features");

        String told = """
                Features(lags=2) failed: IllegalStateException: outer says which week
                  caused by RuntimeException: inner
                """;
        assertThat(said.err()).contains(told + "    at Sums.sum(Shop.java:30)\n");
        String run = said.err().replaceAll("(?s).*\\(run ([0-9a-f]+)\\).*", "$1");
        assertThat(wadachi.run("show", run).out()).contains(told);
        assertThat(wadachi.run("log", run).out()).contains(told);
    }

    @Test
    void the_frames_of_a_failure_are_those_that_somebody_wrote() {
        shop.edit("in.log(\"adding up\");", "if (lags > 1) throw new IllegalStateException(\"too far\");");

        assertThat(wadachi.run("run", "Shop.java", "Shop", "features").err())
                .contains("too far\n    at Features.run(Shop.java:22)\n  mend it");
    }

    @Test
    void a_body_that_returns_nothing_is_told_so_without_a_stack() {
        shop.edit("return Sums.sum(in.load(sales)) * lags;", "return null;");

        assertThat(wadachi.run("run", "Shop.java", "Shop", "features").err())
                .contains("Features(lags=2) failed: its run method returned null; return a value, or new Done() if it "
                        + "only acts\n  the last lines")
                .doesNotContain("dev.wadachi");
    }

    @Test
    void a_value_may_stand_in_for_a_task_and_is_marked() throws IOException {
        Files.writeString(wadachi.folder().resolve("features.json"), "100");

        Captured.Said said = wadachi.run("run", "Shop.java", "Shop", "evaluate", "--set", "Features=features.json");

        assertThat(said.out()).contains("mae        20.0");
        assertThat(said.err()).contains("note: Evaluate(algorithm=ridge) is overridden: ");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        Captured.Said said = wadachi.run("run", "Shop.java", "Shop", "evaluate", "--set", "Features=gone.json");

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err())
                .isEqualTo(
                        "--set Features: there is no file " + wadachi.folder().resolve("gone.json") + "\n");
    }

    @Test
    void an_earlier_runs_value_may_stand_in_for_a_task() {
        wadachi.run("run", "Shop.java", "Shop", "features");
        String run = Json.parse(wadachi.run("ls", "--runs", "--json").out())
                .asArray()
                .elements()
                .getFirst()
                .asObject()
                .text("run");
        shop.sales("50\n");

        Captured.Said said = wadachi.run("run", "Shop.java", "Shop", "features", "--from", "Features=" + run);

        assertThat(said.out()).isEqualTo("12\n");
    }

    @Test
    void a_task_may_be_run_again_on_demand() {
        wadachi.run("run", "Shop.java", "Shop", "evaluate");

        assertThat(wadachi.run("run", "Shop.java", "Shop", "evaluate", "--rerun", "Features")
                        .err())
                .contains("1 ran, 2 up to date");
        assertThat(wadachi.run("run", "Shop.java", "Shop", "evaluate", "--rerun", "Features+")
                        .err())
                .contains("2 ran, 1 up to date");
    }

    @Test
    void a_script_gets_json() {
        Captured.Said said = wadachi.run("run", "Shop.java", "Shop", "evaluate", "--json");

        JsonObject json = Json.parse(said.out()).asObject();
        assertThat(json.flag("succeeded")).isTrue();
        assertThat(json.object("counts").number("ran")).isEqualTo(3);
        assertThat(json.array("goals")
                        .elements()
                        .getFirst()
                        .asObject()
                        .object("value")
                        .compact())
                .isEqualTo("{\"algorithm\":\"ridge\",\"mae\":2.4}");
    }

    @Test
    void a_run_warns_of_what_the_code_reaches_when_the_task_runs_and_not_when_it_is_a_hit() {
        shop.edit(".sum();", ".sum() + 0 * java.time.LocalDate.now().getYear();");

        Captured.Said sweep = wadachi.run("run", "Shop.java", "Shop", "evaluate", "--lags", "1..2");

        assertThat(sweep.err())
                .containsOnlyOnce("warning: Sums.sum(List) reads the clock: LocalDate.now() at Shop.java:29; make the "
                        + "time a component of the task, so that another day is another result\n");
        assertThat(wadachi.run("run", "Shop.java", "Shop", "evaluate", "--lags", "1..2")
                        .err())
                .doesNotContain("warning");
        JsonObject json = Json.parse(wadachi.run("run", "Shop.java", "Shop", "features", "--lags", "3", "--json")
                        .out())
                .asObject();
        assertThat(json.array("warnings").texts())
                .singleElement()
                .asString()
                .startsWith("Sums.sum(List) reads the clock");
    }

    @Test
    void the_store_may_be_named_by_a_variable(@TempDir Path store) {
        Captured elsewhere = wadachi.with("WADACHI_STORE", store.resolve("kept").toString());

        elsewhere.run("run", "Shop.java", "Shop", "evaluate");

        assertThat(store.resolve("kept/FORMAT")).exists();
        assertThat(elsewhere.run("ls", "--runs").out()).contains("Shop evaluate");
    }

    @Test
    void a_secret_in_the_command_line_is_not_recorded() {
        wadachi.run("run", "Shop.java", "Shop", "evaluate", "--algorithm", "db(password=hunter2)");

        assertThat(wadachi.run("ls", "--runs", "--json").out())
                .contains("\"Shop.java\"")
                .contains("db(password=***)");
    }
}
