package dev.wadachi.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.engine.Report;
import dev.wadachi.store.Metric;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What programs say, and the numbers that they leave.
class TalkingCommandTest extends InAProject {

    @Test
    void a_program_may_say_much_on_both_its_outputs_at_once() throws IOException {
        Command loud = Steps.shell("""
                seq 1 100000 & seq 200001 300000 >&2 & wait
                echo done > out.txt
                """);

        assertThat(steps.out(loud)).isEqualTo("done\n");
        // Two programs that write at once may tear each other's lines, but lose no byte of them.
        String log = steps.log();
        assertThat(log.length()).isEqualTo(588_895 + 700_000);
        assertThat(log.lines().count()).isEqualTo(200_000);
    }

    @Test
    void an_empty_line_is_a_line() throws IOException {
        steps.run(Steps.shell("printf 'above\\n\\nbelow\\n'; echo 1 > out.txt"));

        assertThat(steps.log()).isEqualTo("above\n\nbelow\n");
    }

    @Test
    void a_child_that_is_left_running_keeps_nobody_waiting() {
        assertThat(steps.out(Steps.shell("sleep 20 & echo done > out.txt"))).isEqualTo("done\n");
    }

    @Test
    void a_line_that_was_drawn_over_counts_as_it_was_last_and_progress_is_no_line() throws IOException {
        steps.run(Steps.shell("""
                printf '10%%\\r50%%\\r100%%\\n'
                printf 'with two ends\\r\\n'
                echo progress 0.5 fitting tree 100 of 200
                printf 'the end'
                echo 1 > out.txt
                """));

        assertThat(steps.log()).isEqualTo("100%\nwith two ends\nthe end\n");
    }

    @Test
    void bytes_that_are_no_text_do_no_harm() throws IOException {
        steps.run(Steps.shell("printf 'a\\377b\\n'; echo 缶; echo 1 > out.txt"));

        assertThat(steps.log()).isEqualTo("a\uFFFDb\n缶\n");
    }

    @Test
    void numbers_in_a_file_become_metrics() {
        assertThat(metrics("{\"mae\": 17.25, \"loss\": [0.5, 0.25]}"))
                .containsExactly(
                        new Metric("mae", 17.25, null), new Metric("loss", 0.5, 0L), new Metric("loss", 0.25, 1L));
        assertThat(metrics("[{\"name\": \"loss\", \"value\": 0.5, \"step\": 10}, {\"name\": \"mae\", \"value\": 3}]"))
                .containsExactly(new Metric("loss", 0.5, 10L), new Metric("mae", 3, null));
    }

    private List<Metric> metrics(String json) {
        Report report = steps.run(Steps.shell("echo '" + json + "' > metrics.json; echo 1 > out.txt"));
        report.orThrow();
        return steps.wadachi()
                .store()
                .traces()
                .ofTask("Command", 1)
                .getFirst()
                .trace()
                .notes()
                .metrics();
    }
}
