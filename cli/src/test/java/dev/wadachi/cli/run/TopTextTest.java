package dev.wadachi.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.engine.HostUse;
import dev.wadachi.engine.Occupant;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What `wadachi top` says of a host.
class TopTextTest {

    private static final Instant NOW = Instant.parse("2026-01-04T12:30:00Z");

    private static Occupant occupant(
            long process, String user, String task, Occupant.State state, int cores, long memory, int gpus, int age) {
        List<Integer> devices = state == Occupant.State.WAITS || gpus == 0 ? List.of() : List.of(0);
        return new Occupant(
                process, user, "shop", "7f3a", task, state, cores, memory, gpus, devices, NOW.minusSeconds(age));
    }

    @Test
    void who_runs_stands_before_who_waits_and_what_is_missing_is_named() {
        HostUse host = new HostUse(
                4,
                16L << 30,
                1,
                List.of(
                        occupant(30, "grace", "Embed", Occupant.State.WAITS, 1, 0, 1, 31),
                        occupant(10, "ada", "Train(until=2021-07-19)", Occupant.State.RUNS, 2, 12L << 30, 1, 125),
                        occupant(20, "ada", "Split", Occupant.State.LOADS, 1, 512L << 20, 0, 2)));

        assertThat(TopText.of(host, NOW, 200)).isEqualTo("""
                        2 of 4 cores held, 13GB of 16GB claimed, 1 of 1 GPU

                        process  user   project  run   state           for        cores  memory  GPUs   task
                             10  ada    shop     7f3a  runs            2 min 5 s      2  12GB    1 (0)  Train(until=2021-07-19)
                             20  ada    shop     7f3a  loads           2.0 s          1  512MB          Split
                             30  grace  shop     7f3a  waits for GPUs  31 s           1          1      Embed
                        """);
    }

    @Test
    void a_host_at_rest_says_so() {
        assertThat(TopText.of(new HostUse(2, 1L << 30, 0, List.of()), NOW, 80)).isEqualTo("""
                        0 of 2 cores held, 0MB of 1024MB claimed
                        no body of half a second or more runs on this machine
                        """);
    }
}
