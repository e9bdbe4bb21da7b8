package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DataCommandsTest {

    @TempDir
    Path folder;

    @Test
    void data_is_added_compared_and_brought_back() throws IOException {
        Files.writeString(folder.resolve("wadachi.toml"), "");
        Path sales = Files.writeString(folder.resolve("sales.csv"), "shop,cans\nnorth,1\nsouth,2\n");
        Captured wadachi = Captured.in(folder);

        assertThat(wadachi.run("data", "add", "sales.csv").out())
                .isEqualTo("added sales.csv (1 file, 26 bytes); its pointer is sales.csv.wadachi\n");
        assertThat(wadachi.run("data", "diff")).isEqualTo(new Captured.Said(ExitCode.OK, "nothing changed\n", ""));

        Files.writeString(sales, "shop,cans\nnorth,1\nsouth,3\neast,4\n");
        assertThat(wadachi.run("data", "diff")).isEqualTo(new Captured.Said(ExitCode.FAILED, """
                changed sales.csv  26 bytes → 33 bytes
                  rows: 2 rows added, 1 removed, 3 in all
                """, ""));
        assertThat(wadachi.run("data", "status", "--json").out()).contains("\"state\": \"changed\"");

        assertThat(wadachi.run("data", "checkout").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(wadachi.run("data", "checkout", "sales.csv", "--force").out())
                .isEqualTo("brought back sales.csv\n");
        assertThat(sales).hasContent("shop,cans\nnorth,1\nsouth,2\n");
        assertThat(wadachi.run("data", "checkout").out()).isEqualTo("1 unchanged\n");
    }

    @Test
    void mistakes_are_told_with_what_to_do() throws IOException {
        Files.writeString(folder.resolve("wadachi.toml"), "");
        Captured wadachi = Captured.in(folder);

        assertThat(wadachi.run("data", "ad").err()).contains("there is no command data ad; did you mean data add?");
        assertThat(wadachi.run("data", "add", "nothing.csv").err()).contains("there is no file or folder");
        assertThat(wadachi.run("data", "checkout", "nothing.csv").err())
                .contains("there is no pointer nothing.csv.wadachi");
        assertThat(wadachi.run("data", "checkout", "--run", "7f3a").err()).contains("there is no run 7f3a");
        assertThat(wadachi.run("data", "add", "--help").out()).contains("Usage: wadachi data add");
    }
}
