package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.store.Outcome;
import dev.wadachi.store.Sharing;
import dev.wadachi.store.Store;
import dev.wadachi.task.Context;
import dev.wadachi.task.External;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Sink;
import dev.wadachi.task.Stamp;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What machines do outside that share a store.
class EffectsTeamTest {

    /// To a place that can say nothing of itself.
    record Tell(String text) implements Sink {
        @Override
        public External run(Context in) {
            return new External(URI.create("told:" + in.occasion().hex()), Stamp.of("told"));
        }

        @Override
        public String target(Resources from) {
            return "the street";
        }

        @Override
        public Stamp stamp(External output, Resources from) {
            return output.stamp();
        }
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void share() {
        Store.open(folder.resolve("shared")).close();
    }

    private Outcome tell(String machine, Sharing sharing, String text) {
        Path shared = folder.resolve("shared");
        return Machine.in(folder.resolve(machine), shared.toUri().toString(), "", sharing)
                .run(new Tell(text))
                .orThrow()
                .tasks()
                .getFirst()
                .outcome();
    }

    @Test
    void what_another_machine_did_to_the_target_is_known_at_once() {
        assertThat(tell("one", Sharing.WRITE, "a")).isEqualTo(Outcome.RAN);
        assertThat(tell("two", Sharing.WRITE, "a")).isEqualTo(Outcome.HIT);
        assertThat(tell("two", Sharing.WRITE, "b")).isEqualTo(Outcome.RAN);
        assertThat(tell("one", Sharing.WRITE, "a")).isEqualTo(Outcome.RAN);
        assertThat(tell("two", Sharing.WRITE, "a")).isEqualTo(Outcome.HIT);
    }

    @Test
    void what_a_machine_does_that_only_reads_is_known_to_itself() {
        tell("one", Sharing.WRITE, "a");
        assertThat(tell("reader", Sharing.READ, "a")).isEqualTo(Outcome.HIT);
        assertThat(tell("reader", Sharing.READ, "b")).isEqualTo(Outcome.RAN);
        assertThat(tell("reader", Sharing.READ, "a")).isEqualTo(Outcome.RAN);
        assertThat(tell("one", Sharing.WRITE, "a")).isEqualTo(Outcome.HIT);
    }
}
