package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that only read ask for nothing but that.
class OnlyReadingTest {

    @TempDir
    Path folder;

    @Test
    void what_only_reads_makes_no_files() throws IOException {
        Captured wadachi = Captured.in(folder);
        ShopFile.in(folder);
        wadachi.run("run", "Shop.java", "Shop", "evaluate");
        wadachi.run("why", "Shop.java", "Shop", "evaluate");
        Files.delete(folder.resolve(".wadachi/leases/lock"));
        Files.delete(folder.resolve(".wadachi/leases"));
        List<Path> before = listing();

        for (List<String> command : List.of(
                List.of("ls"),
                List.of("ls", "Features"),
                List.of("show", "Features"),
                List.of("log", "Features"),
                List.of("tasks", "Shop.java"),
                List.of("plan", "Shop.java", "Shop", "evaluate"),
                List.of("why", "Shop.java", "Shop", "evaluate"))) {
            assertThat(wadachi.run(command.toArray(String[]::new)).code()).isEqualTo(ExitCode.OK);
            assertThat(listing()).as("after " + command).isEqualTo(before);
        }
    }

    private List<Path> listing() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
