package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void write(@TempDir Path folder) {
        wadachi = Captured.in(folder);
        ShopFile.in(folder);
        wadachi.run("run", "Shop.java", "Shop", "evaluate");
    }

    @Test
    void a_value_of_a_single_file_is_read_with_the_file_of_its_run() {
        assertThat(wadachi.run("show", "Evaluate", "--value"))
                .isEqualTo(new Captured.Said(ExitCode.OK, "algorithm  ridge\nmae        2.40000\n", ""));
    }

    @Test
    void of_a_task_that_only_failed_the_log_is_named() throws IOException {
        Path source = wadachi.folder().resolve("Shop.java");
        Files.writeString(source, Files.readString(source).replace("in.load(features) * in", "1 / 0 * in"));
        wadachi.run("run", "Shop.java", "Shop", "guess");

        assertThat(wadachi.run("show", "Guess").err())
                .isEqualTo("there is no result Guess, for it failed; its log says why: wadachi log Guess\n");
    }

    @Test
    void where_that_file_is_gone_another_is_asked_for() throws IOException {
        Path moved = Files.createDirectory(wadachi.folder().resolve("moved"));
        Files.move(wadachi.folder().resolve("Shop.java"), moved.resolve("Shop.java"));

        Captured.Said said = wadachi.run("show", "Evaluate", "--value");

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err())
                .isEqualTo("the class Evaluate, which says how its value is read, is not here: name the file that it is"
                        + " in, as in wadachi show Evaluate --value --file <File.java>\n");
        String store = wadachi.folder().resolve(".wadachi").toString();
        assertThat(wadachi.run("show", "Evaluate", "--value", "--file", "moved/Shop.java", "--store", store)
                        .out())
                .contains("2.40000");
    }

    @Test
    void the_reason_of_a_split_by_chance_is_printed(@TempDir Path folder) {
        Captured market = MarketFile.in(folder);
        assertThat(market.run("run", "Market.java", "Market", "draw").code()).isEqualTo(ExitCode.OK);

        assertThat(market.run("show", "Draw").out())
                .containsOnlyOnce(
                        "remark: split by chance although the rows have a time (day), because: days are alike\n");
    }
}
