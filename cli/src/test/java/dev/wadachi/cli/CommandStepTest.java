package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A step in another language at the command line: named, accepted, computed again from its commit.
@Timeout(180)
class CommandStepTest {

    private static final String SOURCE = """
            import dev.wadachi.command.*;
            import dev.wadachi.task.*;

            record Words() implements Task<String> {
                public String run(Context in) { return "tea\\ncoffee\\n"; }
            }

            record Score(int words) {}

            record Scored(Task<Folder> folder, String file) implements JsonFile<Score> {}

            public record Till() implements Pipeline {
                public Command count() {
                    return Command.of("sh", "count.sh").named("Count")
                            .script("count.sh").input("words.txt", new Words()).output("score.json");
                }
                public Task<Score> score() { return new Scored(count(), "score.json"); }
            }
            """;

    private static final String SCRIPT = "echo '{\"words\": '$(wc -l < words.txt)'}' > score.json\n";

    @TempDir
    Path folder;

    private Captured wadachi;

    @BeforeEach
    void commitAll() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no sh: nothing to run");
        Files.writeString(folder.resolve("wadachi.toml"), "");
        Files.writeString(folder.resolve("Till.java"), SOURCE);
        Files.writeString(folder.resolve("count.sh"), SCRIPT);
        Files.writeString(folder.resolve(".gitignore"), ".wadachi/\n");
        git("init", "-q", "-b", "main");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "all");
        wadachi = Captured.in(folder);
    }

    @Test
    void a_command_is_asked_for_logged_and_listed_by_its_own_name() {
        assertThat(wadachi.run("run", "Till", "Count").err()).contains("Count");
        assertThat(wadachi.run("ls").out()).contains("Count").doesNotContain("Command");
        assertThat(wadachi.run("run", "Till", "score", "--rerun", "Count").out())
                .contains("2");
    }

    @Test
    void an_edited_script_is_no_code_to_be_accepted_and_says_how_its_result_is_kept() throws Exception {
        wadachi.run("run", "Till", "score");
        Files.writeString(folder.resolve("count.sh"), "# counts the lines\n" + SCRIPT);
        assertThat(wadachi.run("why", "Till", "score").out()).contains("ProjectFiles(path=count.sh)");

        Captured.Said accepted = wadachi.run("accept", "Count", "Till", "score", "--reason", "a comment was added");

        assertThat(accepted.out()).isEqualTo("""
                        nothing to accept: neither code nor surroundings of Count changed
                        Count(arguments=[sh,count.sh], outputs=[score.json]) may run: only if upstream files comes out\
                         otherwise; what it reads is never accepted: wadachi run --reuse Count keeps its result, and says so
                        """);
        assertThat(wadachi.run("run", "Till", "score", "--reuse", "Count").err())
                .doesNotContain("ran Count")
                .contains("is not reproducible");
    }

    @Test
    void a_run_with_a_command_is_identical_from_its_commit_although_its_script_changed() throws Exception {
        wadachi.run("run", "Till", "score");
        Files.writeString(folder.resolve("count.sh"), "echo '{\"words\": 0}' > score.json\n");

        Captured.Said said = wadachi.run("reproduce", run());

        assertThat(said.code()).as(said.out() + said.err()).isEqualTo(ExitCode.OK);
        assertThat(said.out()).contains("identical");
    }

    private String run() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve(".wadachi/runs"))) {
            return runs.map(each -> each.getFileName().toString()).findFirst().orElseThrow();
        }
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
