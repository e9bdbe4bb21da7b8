package dev.wadachi.cli.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.Captured;
import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a name of a result means, and what is not guessed.
class ResultNamesTest {

    private static final String SOURCE = """
            import dev.wadachi.task.*;
            record Tens(int n) implements Task<Integer> {
                public Integer run(Context in) { in.log("tens of " + n); return n / 10; }
            }
            record Twice(Task<Integer> tens) implements Task<Integer> {
                public Integer run(Context in) { return in.load(tens) * 2; }
            }
            record P(@Default("11") int n) implements Pipeline {
                public Task<Integer> twice() { return new Twice(new Tens(n)); }
            }
            """;

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void sweep(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("R.java"), SOURCE);
        wadachi = Captured.in(folder);
        wadachi.run("run", "R.java", "P", "twice", "--n", "11,12");
    }

    @Test
    void an_id_that_two_results_share_is_refused_with_a_name_for_each() {
        String id = wadachi.run("ls", "Tens").out().lines().toList().get(1).substring(0, 12);

        Captured.Said said = wadachi.run("revoke", id, "--reason", "wrong");

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err()).startsWith(id + " names 2 results; say which, by the first column:\n");
        assertThat(names(said.err()))
                .extracting(name -> name.substring(5))
                .containsExactlyInAnyOrder("Tens(n=11)", "Tens(n=12)");
        assertThat(wadachi.run("revoke", "--list").out()).isEqualTo("nothing is revoked\n");
    }

    @Test
    void each_name_that_is_proposed_means_one_result() {
        for (String task : List.of("Tens", "Twice")) {
            List<String> names = names(wadachi.run("show", task).err());

            assertThat(names).hasSize(2).doesNotHaveDuplicates();
            assertThat(names)
                    .allMatch(name -> wadachi.run("show", name).code() == ExitCode.OK)
                    .allMatch(name -> wadachi.run("log", name).code() == ExitCode.OK);
        }
    }

    @Test
    void the_log_of_a_task_is_what_it_said_last() {
        assertThat(wadachi.run("log", "Tens").out()).startsWith("tens of 1");
    }

    @Test
    void a_task_with_its_parameters_names_its_result() {
        assertThat(wadachi.run("log", "Tens(n=12)").out()).isEqualTo("tens of 12\n");
        assertThat(wadachi.run("show", "Tens(n=11)", "--value").out()).isEqualTo("1\n");
        assertThat(wadachi.run("revoke", "Tens(n=12)", "--reason", "wrong").out())
                .startsWith("revoked Tens(n=12) of run ");
    }

    @Test
    void a_tasks_name_means_what_the_newest_run_with_it_used() {
        wadachi.run("run", "R.java", "P", "twice", "--n", "35");
        wadachi.run("run", "R.java", "P", "twice", "--n", "11");

        assertThat(wadachi.run("show", "Tens").out()).startsWith("task ").contains(" Tens(n=11)\n");
        assertThat(wadachi.run("revoke", "Tens", "--reason", "wrong").out()).startsWith("revoked Tens(n=11) of run ");
    }

    @Test
    void a_renamed_task_is_known_by_both_names() throws IOException {
        Path source = wadachi.folder().resolve("R.java");
        Files.writeString(
                source,
                SOURCE.replace("record Tens(", "@Was(\"Tens\") record Decades(").replace("new Tens(", "new Decades("));
        wadachi.run("run", "R.java", "P", "twice", "--n", "12");

        for (String name : List.of("Tens", "Decades", "Decades(n=12)")) {
            assertThat(wadachi.run("show", name).out()).startsWith("task ").contains(" Tens(n=12)\n");
            assertThat(wadachi.run("show", name, "--value").out()).isEqualTo("1\n");
            assertThat(wadachi.run("log", name).out()).isEqualTo("tens of 12\n");
        }
        assertThat(wadachi.run("ls", "Decades").out())
                .isEqualTo(wadachi.run("ls", "Tens").out());
        assertThat(wadachi.run("revoke", "Decades", "--reason", "wrong").out())
                .startsWith("revoked Tens(n=12) of run ");
    }

    @Test
    void every_command_that_takes_a_result_knows_both_names_of_a_renamed_task() throws IOException {
        Path source = wadachi.folder().resolve("R.java");
        Files.writeString(
                source,
                SOURCE.replace("record Tens(", "@Was(\"Tens\") record Decades(").replace("new Tens(", "new Decades("));
        wadachi.run("run", "R.java", "P", "twice", "--n", "12");

        for (String name : List.of("Tens", "Decades")) {
            assertThat(wadachi.run("export", name, name + ".json").out()).isEqualTo("wrote " + name + ".json\n");
            assertThat(wadachi.run("explore", name, "--to", name + ".html").out())
                    .isEqualTo("wrote " + name + ".html\n");
            assertThat(wadachi.run("diff", name, "Tens").code()).isEqualTo(ExitCode.OK);
            assertThat(wadachi.run("sql", "from " + name)).isEqualTo(wadachi.run("sql", "from Tens"));
            assertThat(wadachi.run("sql", "from \"" + name.toLowerCase(Locale.ROOT) + "(n=12)\"")
                            .code())
                    .isEqualTo(ExitCode.OK);
            assertThat(wadachi.run("ls", name.substring(0, 3) + "*").out()).contains("\nTens ");
            assertThat(wadachi.run("run", "R.java", "P", "twice", "--n", "12", "--rerun", name)
                            .err())
                    .contains("ran Decades(n=12)");
            assertThat(wadachi.run("run", "R.java", "P", name, "--n", "12").out())
                    .isEqualTo("1\n");
        }
        assertThat(wadachi.run("forget", "Decades").out()).startsWith("forgot ").endsWith(" of Tens\n");
    }

    @Test
    void a_run_knows_its_results_by_parameters_and_by_keys() {
        String run = names(wadachi.run("show", "Tens").err()).getFirst().substring(0, 4);

        assertThat(wadachi.run("show", run + ":Tens").err()).startsWith(run + ":Tens names 2 results");
        assertThat(wadachi.run("show", run + ":Tens(n=12)", "--value").out()).isEqualTo("1\n");
    }

    /// The first column, as a shell would hand it on.
    private static List<String> names(String refusal) {
        return refusal.lines()
                .skip(1)
                .map(line -> line.strip().replaceFirst("^(?:\"([^\"]*)\"|(\\S+)) .*", "$1$2"))
                .toList();
    }
}
