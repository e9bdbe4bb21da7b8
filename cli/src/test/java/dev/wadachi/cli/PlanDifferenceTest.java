package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What differs from what a modeller's run saw.
class PlanDifferenceTest {

    @TempDir
    private Path folder;

    private ShopFile shop = new ShopFile(Path.of(""), Path.of(""));
    private String run = "";

    @BeforeEach
    void runOnce() {
        shop = ShopFile.inProject(folder);
        run("run", "Shop", "evaluate");
        run = Json.parse(run("ls", "--runs", "--json").out())
                .asArray()
                .get(0)
                .asObject()
                .text("run");
    }

    private Captured.Said run(String... words) {
        return Captured.in(folder).run(words);
    }

    private String difference(String... more) {
        String[] words = new String[more.length + 5];
        System.arraycopy(new String[] {"plan", "Shop", "evaluate", "--diff", run}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return run(words).out();
    }

    @Test
    void without_a_change_nothing_differs() {
        assertThat(difference())
                .startsWith("compared with run " + run.substring(run.length() - 4) + " of 20")
                .endsWith("\nnothing differs: 3 tasks as in that run\n");
    }

    @Test
    void root_causes_are_told_and_what_follows_is_counted() {
        shop.edit(".sum();", ".sum() + 1;");
        shop.sales("1\n2\n");

        assertThat(difference().lines().toList())
                .anyMatch(line -> line.startsWith("Sales(file=sales.txt)  ") && line.contains("sales.txt"))
                .contains("Features(lags=2)  code changed")
                .anyMatch(line -> line.strip().startsWith("Sums.sum(List)"))
                .contains("1 task as in that run, or different only by what these give")
                .noneMatch(line -> line.startsWith("Evaluate"));
    }

    @Test
    void also_where_everything_has_been_run_since() {
        shop.edit(".sum();", ".sum() + 1;");
        run("run", "Shop", "evaluate");

        assertThat(difference()).contains("Features(lags=2)  code changed").doesNotContain("Evaluate");
    }

    @Test
    void other_parameters_are_compared_with_the_nearest_task_of_that_name() {
        assertThat(difference("--lags", "3", "--algorithm", "gbdt"))
                .contains("Features(lags=3)  parameter lags changed: 2 → 3")
                .contains("Evaluate(algorithm=gbdt)  parameter algorithm changed: ridge → gbdt");
    }

    @Test
    void new_tasks_and_those_that_are_gone_are_named() {
        String said = run("plan", "Shop", "guess", "--diff", run).out();

        assertThat(said).contains("Guess  is new", "no longer needed: Evaluate", "2 tasks as in that run");
    }

    @Test
    void scripts_get_the_same_as_json() {
        shop.edit(".sum();", ".sum() + 1;");
        JsonObject json = Json.parse(difference("--json")).asObject();

        assertThat(json.text("run")).isEqualTo(run);
        assertThat(json.get("same").toString()).isEqualTo("false");
        assertThat(json.get("tasks").asArray().elements()).singleElement().satisfies(task -> {
            assertThat(task.asObject().text("task")).isEqualTo("Features");
            assertThat(task.asObject().get("because").toString()).isEqualTo("[\"code changed\"]");
        });
    }

    @Test
    void a_run_that_is_not_there_is_told() {
        Captured.Said said = run("plan", "Shop", "evaluate", "--diff", "ffff");

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err()).contains("there is no run ffff; `wadachi ls --runs` lists them");
    }
}
