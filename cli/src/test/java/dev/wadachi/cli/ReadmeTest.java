package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the README says of a `main`: the pipeline of its first screen, without the command line.
@Timeout(120)
class ReadmeTest {

    private static final Path PROGRAM = Path.of("cli/src/test/resources/guide/Program.java");
    private static final Path SHOP = Path.of("examples/Shop.java");
    private static final Path SALES = Path.of("examples/ai-shop/data/sales.csv");

    @TempDir
    Path folder;

    @Test
    void a_main_runs_the_goal_of_the_first_screen() throws Exception {
        Path program = copy(PROGRAM);
        Path shop = copy(SHOP);
        copy(SALES);

        assertThat(java("javac", "-d", "classes", program.toString(), shop.toString()))
                .isEmpty();
        assertThat(java("java", "--enable-native-access=ALL-UNNAMED", "-Duser.timezone=UTC", "Program"))
                .contains("34.3237");
    }

    private Path copy(Path file) throws IOException {
        Path copy = folder.resolve(file);
        Files.createDirectories(copy.getParent());
        return Files.copy(Page.repository().resolve(file), copy);
    }

    private String java(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", tool).toString(),
                "-cp",
                "classes" + java.io.File.pathSeparator + System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
