package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodeTest {

    @Test
    void the_reference_lists_every_exit_code() throws IOException {
        List<String> rows = Arrays.stream(ExitCode.values())
                .map(code -> "| " + code.number() + " | " + code.meaning() + " |")
                .toList();

        assertThat(Files.readAllLines(Path.of("../docs/reference/exit-codes.md")))
                .filteredOn(line -> line.matches("\\| \\d+ \\|.*"))
                .isEqualTo(rows);
    }

    @Test
    void the_help_lists_every_exit_code(@TempDir Path folder) {
        String help = Captured.in(folder).run("--help").out();

        for (ExitCode code : ExitCode.values()) {
            assertThat(help).containsPattern("(?m)^ *" + code.number() + "  " + Pattern.quote(code.meaning()) + "$");
        }
    }
}
