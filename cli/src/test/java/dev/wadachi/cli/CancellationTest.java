package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.Cancellation;
import dev.wadachi.engine.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {

    private final Cancellation cancellation = new Cancellation();
    private final List<String> done = new ArrayList<>();

    @Test
    void a_word_to_stop_before_the_run_has_started_stops_it_then() {
        cancellation.means(() -> done.add("told"), () -> done.add("stopped"));
        cancellation.cancel();

        cancellation.watching(event -> done.add("started")).on(new Event.RunStarted("run", 3));

        assertThat(done).containsExactly("told", "stopped", "started", "stopped");
    }

    @Test
    void a_run_that_nobody_stops_goes_on() {
        cancellation.means(() -> done.add("told"), () -> done.add("stopped"));

        cancellation.watching(event -> done.add("started")).on(new Event.RunStarted("run", 3));

        assertThat(done).containsExactly("started");
    }
}
