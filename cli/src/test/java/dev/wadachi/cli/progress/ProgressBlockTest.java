package dev.wadachi.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.engine.Cause;
import dev.wadachi.engine.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBlockTest {

    private static final Key TRAIN = new Key("Train", Digest.of("Train"));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Progress progress = Progress.on(Terminal.of(err, err, Terminal.Form.LIVE), "Demand model");

    @Test
    void a_body_that_says_nothing_is_drawn_anew_as_time_goes_by() {
        progress.on(new Event.RunStarted("7f3a", 2));
        progress.on(new Event.TaskStarted(TRAIN, "Train(lags=2)", List.of(new Cause.NeverRan())));
        bytes.reset();

        progress.tick();
        assertThat(drawn()).contains("0 of 2 tasks").containsPattern("Train\\(lags=2\\)  \\d+(\\.\\d+)? m?s");
        bytes.reset();

        progress.tick();
        assertThat(drawn())
                .as("over what was there")
                .startsWith("\033[?7l\033[2A\r")
                .contains("Train(lags=2)");
    }

    @Test
    void where_nothing_runs_time_changes_nothing() {
        progress.on(new Event.RunStarted("7f3a", 2));
        bytes.reset();

        progress.tick();

        assertThat(drawn()).isEmpty();
    }

    private String drawn() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
