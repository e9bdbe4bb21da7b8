package dev.wadachi.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.run.RunCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ArgumentsTest {

    @Test
    void options_that_are_not_the_commands_own_are_parameters() {
        assertThat(split("Demand", "evaluate", "--week", "2021-08-02", "--jobs", "2", "--lags=53", "--json"))
                .isEqualTo(new Arguments(
                        List.of("Demand", "evaluate", "--jobs", "2", "--json"),
                        Map.of("week", List.of("2021-08-02"), "lags", List.of("53"))));
    }

    @Test
    void a_parameter_that_is_repeated_keeps_all_values() {
        assertThat(split("--shop", "tokyo", "--shop", "osaka").parameters())
                .isEqualTo(Map.of("shop", List.of("tokyo", "osaka")));
    }

    @Test
    void a_parameter_may_stand_alone() {
        assertThat(split("--deep", "--wide").parameters()).isEqualTo(Map.of("deep", List.of(), "wide", List.of()));
    }

    @Test
    void a_value_may_be_negative_or_empty() {
        assertThat(split("--shift", "-3", "--name=").parameters())
                .isEqualTo(Map.of("shift", List.of("-3"), "name", List.of("")));
    }

    @Test
    void the_value_of_an_own_option_is_not_taken_for_a_goal() {
        assertThat(split("--rerun", "Train+", "Demand").own()).containsExactly("--rerun", "Train+", "Demand");
    }

    private static Arguments split(String... words) {
        return Arguments.split(List.of(words), new CommandLine(new RunCommand()).getCommandSpec());
    }
}
