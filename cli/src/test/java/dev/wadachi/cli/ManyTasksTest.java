package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `bench/many-tasks` measures gives the right sums, and is there the second time.
class ManyTasksTest {

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void copy(@TempDir Path folder) throws IOException {
        Files.copy(Path.of("../bench/pipelines/ManyTasks.java"), folder.resolve("ManyTasks.java"));
        wadachi = Captured.in(folder);
    }

    @Test
    void a_chain_counts_its_tasks() {
        assertThat(wadachi.run("run", "ManyTasks.java", "Chain", "last", "--tasks", "300")
                        .out())
                .isEqualTo("299\n");
        assertThat(wadachi.run("run", "ManyTasks.java", "Chain", "last", "--tasks", "300")
                        .err())
                .isEqualTo("nothing to do: 300 up to date\n");
    }

    @Test
    void a_fan_in_adds_its_tasks_up() {
        assertThat(wadachi.run("run", "ManyTasks.java", "FanIn", "sum", "--tasks", "300")
                        .out())
                .isEqualTo("44850\n");
        assertThat(wadachi.run("run", "ManyTasks.java", "FanIn", "sum", "--tasks", "300")
                        .err())
                .isEqualTo("nothing to do: 300 up to date\n");
    }
}
