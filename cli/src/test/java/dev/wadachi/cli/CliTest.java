package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CliTest {

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void go(@TempDir Path folder) {
        wadachi = Captured.in(folder);
    }

    @Test
    void without_a_command_the_help_is_shown() {
        Captured.Said said = wadachi.run();

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        assertThat(said.out()).contains("wadachi run Demand evaluate --week 2021-08-02");
    }

    @ParameterizedTest
    @EnumSource(CommandName.class)
    void the_help_of_every_command_has_an_example(CommandName name) {
        Captured.Said said = wadachi.run((name.word() + " --help").split(" "));

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        assertThat(said.out())
                .startsWith("Usage: wadachi " + name.word())
                .contains("For example:\n  wadachi " + name.word());
        assertThat(wadachi.run("--help").out()).contains("\n  " + name.word() + " ");
    }

    @Test
    void a_misspelt_command_gets_the_nearest() {
        assertThat(wadachi.run("plann"))
                .isEqualTo(new Captured.Said(
                        ExitCode.BAD_INPUT,
                        "",
                        "there is no command plann; did you mean plan?\nAll of them: wadachi --help\n"));
    }

    @Test
    void a_group_of_commands_says_which_it_has() {
        assertThat(wadachi.run("store").err())
                .isEqualTo("store is followed by status, push, pull, verify or gc\nAll of them: wadachi --help\n");
        assertThat(wadachi.run("store", "psuh").err())
                .startsWith("there is no command store psuh; did you mean store push?");
    }

    @Test
    void a_misspelt_option_gets_the_nearest() {
        assertThat(wadachi.run("ls", "--sate", "failed")).isEqualTo(new Captured.Said(ExitCode.BAD_INPUT, "", """
                        there is no option or argument --sate; did you mean --state?
                        How it is used: wadachi ls --help
                        """));
    }

    @Test
    void a_value_of_the_wrong_kind_is_named() {
        assertThat(wadachi.run("ls", "--limit", "many").err()).isEqualTo("""
                        invalid value for option '--limit': 'many' is not a whole number from 1 to 2147483647
                        How it is used: wadachi ls --help
                        """);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ls,   --limit,     -1
            run,  --jobs,      -1
            run,  --jobs,      0
            run,  --jobs,      x
            run,  --seed,      x
            demo, --jobs,      0
            gc,   --keep-runs, -1
            gc,   --keep-days, -1
            gc,   --keep-days, 99999999999999
            """)
    void a_number_out_of_range_is_refused_with_the_range(String command, String option, String value) {
        Captured.Said said = wadachi.run(command, option, value);

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err())
                .startsWith("invalid value for option '" + option + "': '" + value + "' is not a whole number from ");
    }

    @Test
    void outside_of_a_project_the_way_in_is_shown() {
        Captured.Said said = wadachi.run("run", "Demand");

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err())
                .startsWith("there is no project in " + wadachi.folder() + " or above it: no wadachi.toml");
    }

    @Test
    void the_version_is_one_line() {
        assertThat(wadachi.run("--version").out()).matches("wadachi \\S.*\n");
    }
}
