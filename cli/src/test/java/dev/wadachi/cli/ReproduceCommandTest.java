package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ReproduceCommandTest {

    private static final String SOURCE = """
            import dev.wadachi.table.*;
            import dev.wadachi.task.*;
            import java.util.List;

            public record Market(@Default("2") int factor) implements Pipeline {
                public Task<Table> prices() { return new Prices(new Sales("sales.csv"), factor); }
                public Task<Long> total() { return new Total(prices()); }
            }

            record Sales(String file) implements Source<Table> {
                public Stamp stamp(Resources from) { return Stamp.ofFile(from.path(file)); }
                public Table run(Context in) { return Table.csv(in.path(file)); }
            }

            record Prices(Task<Table> sales, int factor) implements Task<Table> {
                public Table run(Context in) {
                    return in.load(sales).sql("select shop, cans * " + factor + " as price from this");
                }
            }

            record Total(Task<Table> prices) implements Task<Long> {
                public Long run(Context in) {
                    return java.util.Arrays.stream(in.load(prices).longs("price")).sum();
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void a_run_is_identical_from_its_commit_although_code_and_data_changed() throws Exception {
        project();
        git("init", "-q", "-b", "main");
        git("add", "Market.java", "wadachi.toml");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "first");
        Files.writeString(folder.resolve("Market.java"), SOURCE.replace("\"2\"", "\"3\""));
        Captured wadachi = Captured.in(folder);
        assertThat(wadachi.run("run", "Market", "total").out()).isEqualTo("9\n");
        String run = newestRun();

        Files.writeString(folder.resolve("Market.java"), SOURCE.replace("cans *", "1 + cans *"));
        Files.writeString(folder.resolve("sales.csv"), "shop,cans\nnorth,100\n");

        Captured.Said said = wadachi.run("reproduce", run);
        assertThat(said.out()).contains("with what was not committed").contains("identical: run ");
        assertThat(said.out()).contains("2 tasks the same, 1 source as recorded");
        assertThat(said.code()).isEqualTo(ExitCode.OK);
        assertThat(git("worktree", "list").lines()).as("the scratch is gone").hasSize(1);
    }

    @Test
    void a_commit_that_is_gone_and_a_file_that_was_not_tracked_are_told() throws Exception {
        project();
        git("init", "-q", "-b", "main");
        git("add", "wadachi.toml");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "first");
        String commit = git("rev-parse", "HEAD").strip();
        Captured wadachi = Captured.in(folder);
        assertThat(wadachi.run("run", "Market.java", "Market", "total").out()).isEqualTo("6\n");
        String run = newestRun();

        assertThat(wadachi.run("reproduce", run).err())
                .startsWith("Git did not track Market.java when the run began: ");
        assertThat(git("worktree", "list").lines()).as("the scratch is gone").hasSize(1);

        Path repository = folder.resolve(".git");
        Files.move(repository, folder.resolve("other"));
        assertThat(wadachi.run("reproduce", run).err())
                .startsWith("the code of the run is Git's commit " + commit + ", but ")
                .endsWith(" is in no Git repository: start this in a clone of it\n");
        git("init", "-q", "-b", "main");
        assertThat(wadachi.run("reproduce", run)).satisfies(said -> {
            assertThat(said.err()).endsWith(" as in `git fetch origin " + commit + "`\n");
            assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        });
    }

    @Test
    void the_first_task_and_column_that_differ_are_named() throws Exception {
        project();
        Captured wadachi = Captured.in(folder);
        assertThat(wadachi.run("run", "Market", "total").out()).isEqualTo("6\n");
        String run = newestRun();
        Files.writeString(folder.resolve("Market.java"), SOURCE.replace("cans *", "1 + cans *"));

        assertThat(wadachi.run("reproduce", run)).satisfies(said -> {
            assertThat(said.out()).isEqualTo("""
                    the run knows no commit: its code is taken as it is now
                    first different: Prices(factor=2)
                      column price, first in row 1: 2 was recorded, 3 came now
                    0 tasks the same, 1 source as recorded
                    """);
            assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        });
    }

    @Test
    void a_run_with_a_given_value_is_computed_from_that_value_again() throws Exception {
        project();
        Files.writeString(folder.resolve("f.csv"), "shop,cans,note\nwest,50,new\n");
        Captured wadachi = Captured.in(folder);
        assertThat(wadachi.run("run", "Market", "total", "--set", "Sales=f.csv").out())
                .isEqualTo("100\n");
        String run = newestRun();
        Files.delete(folder.resolve("f.csv"));

        assertThat(wadachi.run("reproduce", run)).satisfies(said -> {
            assertThat(said.out()).contains("2 tasks the same, 0 sources and 1 given value as recorded");
            assertThat(said.code()).isEqualTo(ExitCode.OK);
        });
    }

    @Test
    void a_run_that_took_results_of_another_time_is_computed_from_these_again() throws Exception {
        project();
        Captured wadachi = Captured.in(folder);
        wadachi.run("run", "Market", "total");
        String first = newestRun();
        Files.writeString(folder.resolve("Market.java"), SOURCE.replace("cans *", "1 + cans *"));
        for (String option : List.of("--reuse Prices", "--from Prices=" + first)) {
            String[] words = option.split(" ");
            assertThat(wadachi.run("run", "Market", "total", words[0], words[1]).out())
                    .isEqualTo("6\n");
            String run = newestRun();

            assertThat(wadachi.run("reproduce", run)).as(option).satisfies(said -> {
                assertThat(said.out()).contains("1 task the same, 0 sources and 1 given value as recorded");
                assertThat(said.code()).isEqualTo(ExitCode.OK);
            });
        }
    }

    private void project() throws IOException {
        Files.writeString(folder.resolve("wadachi.toml"), "");
        Files.writeString(folder.resolve("Market.java"), SOURCE);
        Files.writeString(folder.resolve("sales.csv"), "shop,cans\nnorth,1\nsouth,2\n");
    }

    private String newestRun() throws IOException {
        try (var runs = Files.list(folder.resolve(".wadachi/runs"))) {
            return runs.map(run -> run.getFileName().toString())
                    .sorted()
                    .reduce((a, b) -> b)
                    .orElseThrow();
        }
    }

    private String git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
        return said;
    }
}
