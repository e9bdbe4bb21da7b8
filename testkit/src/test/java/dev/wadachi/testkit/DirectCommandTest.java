package dev.wadachi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wadachi.command.Command;
import dev.wadachi.command.CommandFailed;
import dev.wadachi.task.Task;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A step in another language in a unit test: no engine, no store.
class DirectCommandTest {

    @TempDir
    Path project;

    @BeforeEach
    void requireShell() {
        assumeTrue(
                List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sh"))),
                "there is no sh on the PATH: nothing to run");
    }

    @Test
    void a_command_runs_on_a_value_at_hand_and_tells_what_it_said_and_measured() throws Exception {
        Files.writeString(
                project.resolve("count.sh"),
                "wc -w < words.txt | tr -d ' ' > out.txt; echo counting; echo '{\"words\": 2}' > metrics.json\n");
        try (Direct in = Direct.in(project)) {
            Path left = Command.of("sh", "count.sh")
                    .script("count.sh")
                    .input("words.txt", Task.of("green tea"))
                    .output("out.txt")
                    .run(in)
                    .path();

            assertThat(left.resolve("out.txt")).hasContent("2");
            assertThat(in.lines()).containsExactly("counting");
            assertThat(in.metric("words")).hasValue(2);
        }
    }

    @Test
    void a_failure_tells_what_was_said_last() throws IOException {
        try (Direct in = Direct.in(project)) {
            assertThatThrownBy(() -> Command.of("sh", "-c", "echo no tea; exit 4")
                            .output("out.txt")
                            .run(in))
                    .isInstanceOfSatisfying(
                            CommandFailed.class,
                            failed -> assertThat(failed.exitCode()).hasValue(4))
                    .hasMessageContaining("the last lines that it said:\n    no tea\n");
        }
    }
}
