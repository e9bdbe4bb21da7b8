package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasesTest {

    private static final Digest ONE = Digest.of("one");
    private static final Digest OTHER = Digest.of("other");

    private Path folder;
    private Store store;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_lease_is_held_by_one_at_a_time_and_can_be_taken_again() throws Exception {
        try (Lease _ = store.leases().acquire(ONE)) {
            assertThat(store.leases().tryAcquire(ONE)).isEmpty();
            try (Lease other = store.leases().acquire(OTHER)) {
                assertThat(other).isNotNull();
            }
        }
        assertThat(store.leases().tryAcquire(ONE)).isPresent().get().satisfies(Lease::close);
    }

    @Test
    void two_stores_of_one_folder_share_their_leases_under_whatever_name(@TempDir Path elsewhere) throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), folder);
        try (Store second = Store.open(link);
                Lease _ = second.leases().acquire(ONE)) {
            assertThat(store.leases().tryAcquire(ONE)).isEmpty();
        }
    }

    @Test
    void closing_one_store_leaves_the_other_stores_leases_alone() throws Exception {
        try (Lease _ = store.leases().acquire(ONE)) {
            Store.open(folder).close();

            assertThat(acquirableElsewhere(ONE)).isFalse();
        }
        assertThat(acquirableElsewhere(ONE)).isTrue();
    }

    @Test
    void an_interrupted_thread_that_asks_leaves_the_leases_of_others_alone() throws Exception {
        try (Lease _ = store.leases().acquire(ONE)) {
            try (var threads = Executors.newSingleThreadExecutor()) {
                threads.submit(() -> {
                            Thread.currentThread().interrupt();
                            store.leases().tryAcquire(OTHER).ifPresent(Lease::close);
                            assertThat(Thread.interrupted()).isTrue();
                        })
                        .get();
            }
            assertThat(acquirableElsewhere(ONE)).isFalse();
        }
    }

    @Test
    void a_waiter_that_is_interrupted_holds_nothing_and_the_next_gets_the_lease() throws Exception {
        Lease held = store.leases().acquire(ONE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Lease> waiter = threads.submit(() -> store.leases().acquire(ONE));
            waiter.cancel(true);
            assertThat(waiter.isCancelled()).isTrue();
        }
        held.close();
        held.close();

        try (Lease next = store.leases().acquire(ONE)) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void a_waiter_is_interrupted_while_another_process_holds_the_lease() throws Exception {
        try (ChildProcess child = ChildProcess.start(Holder.class, folder, ONE.hex())) {
            child.awaitLine("held");
            var entered = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Lease> waiter = threads.submit(() -> {
                    Thread.currentThread().interrupt();
                    entered.countDown();
                    return store.leases().acquire(ONE);
                });
                entered.await();
                assertThatThrownBy(waiter::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(InterruptedException.class);
            }
        }
    }

    @Test
    void a_killed_process_lets_go_of_its_leases() throws Exception {
        try (ChildProcess child = ChildProcess.start(Holder.class, folder, ONE.hex())) {
            child.awaitLine("held");
            assertThat(store.leases().tryAcquire(ONE)).isEmpty();

            child.kill();

            try (Lease now = store.leases().acquire(ONE)) {
                assertThat(now).isNotNull();
            }
        }
    }

    @Test
    void a_thousand_virtual_threads_take_turns() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        Callable<Integer> turn = () -> {
            try (Lease _ = store.leases().acquire(ONE)) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                return inside.decrementAndGet();
            }
        };
        var turns = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1_000; i++) {
                turns.add(threads.submit(turn));
            }
        }

        assertThat(turns).allSatisfy(done -> assertThat(done.get()).isZero());
        assertThat(most).hasValue(1);
    }

    private boolean acquirableElsewhere(Digest fingerprint) throws IOException, InterruptedException {
        try (ChildProcess child = ChildProcess.start(Asker.class, folder, fingerprint.hex())) {
            return child.awaitEnd().equals(List.of("true"));
        }
    }

    /// Takes a lease and keeps it for ever.
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            Store store = Store.open(Path.of(arguments[0]));
            Lease lease = store.leases().acquire(Digest.parse(arguments[1]));
            System.out.println("held");
            ChildProcess.stay();
            lease.close();
        }
    }

    /// Says whether a lease can be had.
    static final class Asker {
        public static void main(String[] arguments) {
            try (Store store = Store.open(Path.of(arguments[0]))) {
                Optional<Lease> lease = store.leases().tryAcquire(Digest.parse(arguments[1]));
                System.out.println(lease.isPresent());
                lease.ifPresent(Lease::close);
            }
        }
    }
}
