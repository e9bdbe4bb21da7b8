package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualCommandTest {

    @TempDir
    private Path folder;

    @Test
    void every_command_has_a_page() throws IOException {
        Captured.Said said = Captured.in(folder).run("man", "--to", "man1");

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        try (Stream<Path> pages = Files.list(folder.resolve("man1"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .contains("wadachi.1", "wadachi-run.1", "wadachi-store-push.1")
                    .hasSize(CommandName.values().length + 1);
        }
        assertThat(Captured.in(folder).run("man", "store", "push").out())
                .isEqualTo(Files.readString(folder.resolve("man1/wadachi-store-push.1")))
                .contains(".SH NAME\nwadachi store push \\- Brings to the team's store what it lacks")
                .contains("\\-\\-store=<store>");
    }

    @Test
    void the_pages_are_set_without_a_warning() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/man")), "there is no `man`");
        Captured.in(folder).run("man", "--to", "man1");
        for (String page : List.of("wadachi.1", "wadachi-run.1", "wadachi-sql.1")) {
            Process man = new ProcessBuilder(
                            "man",
                            "--warnings",
                            "-l",
                            folder.resolve("man1").resolve(page).toString())
                    .redirectError(folder.resolve("warnings").toFile())
                    .start();
            String set = new String(man.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(man.waitFor()).isZero();

            assertThat(Files.readString(folder.resolve("warnings"))).isEmpty();
            assertThat(set).contains("SYNOPSIS", "EXAMPLES", "wadachi ");
        }
    }

    @Test
    void a_command_that_is_not_there_is_told() {
        assertThat(Captured.in(folder).run("man", "rum").err()).contains("there is no command rum");
    }
}
