package dev.wadachi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is shared out on this host. Threads stand for processes: the locks tell neither apart.
@Timeout(60)
class HostPermitsTest {

    private static final Claim ONE_CORE = new Claim(1, 0, 0);
    private static final Claim ALL = all();

    private final HostPermits permits = HostPermits.ofHost();

    private static Claim all() {
        Capacity machine = Capacity.ofMachine();
        return new Claim(machine.cores(), machine.memory(), 0);
    }

    private record Waiting<T>(Thread thread, FutureTask<T> work) {

        static <T> Waiting<T> of(Callable<T> work) {
            FutureTask<T> task = new FutureTask<>(work);
            Thread thread = Thread.ofPlatform().daemon().start(task);
            return new Waiting<>(thread, task);
        }

        /// Until it has found that it must wait: it naps only then.
        Waiting<T> awaitNap() {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                assertThat(work.isDone()).as("it waits").isFalse();
                Thread.onSpinWait();
            }
            return this;
        }
    }

    @Test
    void what_one_holds_another_waits_for() throws Exception {
        HostPermits.Hold held = permits.acquireCores(ALL);
        Waiting<HostPermits.Hold> other =
                Waiting.of(() -> permits.acquireCores(ONE_CORE)).awaitNap();
        held.close();
        other.work().get().close();
    }

    @Test
    void who_is_interrupted_while_waiting_holds_nothing_and_stands_in_nobodys_way() throws Exception {
        HostPermits.Hold held = permits.acquireCores(ONE_CORE);
        Waiting<HostPermits.Hold> other =
                Waiting.of(() -> permits.acquireCores(ALL)).awaitNap();
        other.thread().interrupt();
        other.thread().join();
        permits.acquireMemory(ALL).close();
        held.close();
        permits.acquireCores(ALL).close();
    }

    @Test
    void what_comes_free_goes_to_the_large_claim_that_waits_for_it() throws Exception {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        HostPermits.Hold first = permits.acquireCores(ONE_CORE);
        Waiting<Boolean> large = Waiting.of(() -> {
                    try (var _ = permits.acquireCores(ALL)) {
                        return served.add("large");
                    }
                })
                .awaitNap();

        first.close();
        try (var _ = permits.acquireCores(ONE_CORE)) {
            served.add("small");
        }

        assertThat(large.work().get()).isTrue();
        assertThat(served).containsExactly("large", "small");
    }

    /// As does a body that gave back its cores while it waited for a load: its memory it keeps.
    @Test
    void who_holds_memory_gets_cores_while_another_waits_for_the_memory() throws Exception {
        HostPermits.Hold memory = permits.acquireMemory(ALL);
        HostPermits.Hold cores = permits.acquireCores(ALL);
        Waiting<HostPermits.Hold> forMemory =
                Waiting.of(() -> permits.acquireMemory(ALL)).awaitNap();
        Waiting<HostPermits.Hold> forCores =
                Waiting.of(() -> permits.acquireCores(ONE_CORE)).awaitNap();
        cores.close();
        forCores.work().get().close();
        memory.close();
        forMemory.work().get().close();
    }
}
