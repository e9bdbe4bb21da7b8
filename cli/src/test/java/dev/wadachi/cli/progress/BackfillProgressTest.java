package dev.wadachi.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.engine.Cause;
import dev.wadachi.engine.Event;
import dev.wadachi.engine.Listener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackfillProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void a_terminal_shows_how_many_runs_ended_and_a_block_for_each_that_is_under_way() {
        BackfillProgress progress = on(Terminal.Form.LIVE);
        Listener january = progress.run("2021-01");
        Listener february = progress.run("2021-02");
        january.on(new Event.RunStarted("7f3a", 2));
        february.on(new Event.RunStarted("7f3b", 3));
        january.on(started("Train(month=2021-01)"));
        february.on(started("Train(month=2021-02)"));
        bytes.reset();

        january.tick();

        assertThat(drawn().replaceAll("\033\\[[^A-Za-z]*[A-Za-z]", "").replaceAll("\\d\\.\\d s", "0.1 s"))
                .isEqualToIgnoringNewLines("""
                        \rDemand model  0 of 12 runs
                          2021-01  0 of 2 tasks
                            Train(month=2021-01)  0.1 s
                          2021-02  0 of 3 tasks
                            Train(month=2021-02)  0.1 s
                        """);
    }

    @Test
    void a_pipe_gets_lines_that_name_the_point() {
        BackfillProgress progress = on(Terminal.Form.PLAIN);
        Listener january = progress.run("2021-01");
        january.on(new Event.RunStarted("7f3a", 2));
        january.on(new Event.Warned("the clock is read"));
        january.tick();

        assertThat(drawn()).isEqualTo("warning: 2021-01: the clock is read" + System.lineSeparator());
    }

    @Test
    void stopping_names_what_is_waited_for() {
        BackfillProgress progress = on(Terminal.Form.PLAIN);
        Listener january = progress.run("2021-01");
        january.on(new Event.RunStarted("7f3a", 2));
        january.on(started("Train(month=2021-01)"));

        progress.stopping();

        assertThat(drawn()).contains("stopping: waiting up to 10 s for Train(month=2021-01)");
    }

    private BackfillProgress on(Terminal.Form form) {
        return new BackfillProgress(Terminal.of(err, err, form), "Demand model", 12);
    }

    private static Event started(String label) {
        return new Event.TaskStarted(new Key("Train", Digest.of(label)), label, List.of(new Cause.NeverRan()));
    }

    private String drawn() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
