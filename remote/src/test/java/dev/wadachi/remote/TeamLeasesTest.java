package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import dev.wadachi.store.Lease;
import dev.wadachi.store.Place;
import dev.wadachi.store.Remote;
import dev.wadachi.store.Sharing;
import dev.wadachi.store.StoreOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Leases among machines, with a minute that lasts 300 milliseconds.
class TeamLeasesTest {

    private static final LeaseTiming QUICK =
            new LeaseTiming(Duration.ofMillis(50), Duration.ofMillis(10), Duration.ofMillis(300));
    private static final Digest FINGERPRINT = Digest.of(new byte[] {1, 2, 3});

    @TempDir
    private Path folder;

    /// One machine with its leases; closing it leaves what it holds, as a kill would.
    private record Holder(Place local, Team team, TeamLeases leases) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            leases.close();
            team.close();
            local.close();
        }
    }

    private Holder machine(String name) throws IOException {
        Place local = Place.ofFolder(folder.resolve(name), StoreOptions.standard());
        Remote remote = Remote.of(folder.resolve("shared").toUri().toString(), Sharing.WRITE);
        var team = new Team(Location.of(remote).open(), remote, local);
        team.make();
        return new Holder(local, team, new TeamLeases(local.leases(), team, QUICK));
    }

    private Path object() {
        return folder.resolve("shared").resolve("leases").resolve(FINGERPRINT.hex() + ".json");
    }

    private void elsewhereCounts(long counter) throws IOException {
        Files.createDirectories(object().getParent());
        Files.deleteIfExists(object());
        Files.writeString(
                object(),
                "{\"host\":\"elsewhere\",\"pid\":1,\"started\":1,\"counter\":" + counter + "}",
                StandardCharsets.UTF_8);
    }

    @Test
    void one_machine_holds_a_lease_and_the_other_gets_it_when_it_is_given_back() throws Exception {
        try (Holder one = machine("one");
                Holder two = machine("two")) {
            Lease held = one.leases().acquire(FINGERPRINT);
            assertThat(two.leases().tryAcquire(FINGERPRINT)).isEmpty();

            held.close();
            held.close();

            try (Lease taken = two.leases().acquire(FINGERPRINT)) {
                assertThat(taken).isNotNull();
                assertThat(one.leases().tryAcquire(FINGERPRINT)).isEmpty();
            }
            assertThat(object()).doesNotExist();
        }
    }

    @Test
    void a_counter_that_stands_still_for_a_minute_is_of_a_machine_that_is_gone() throws Exception {
        elsewhereCounts(7);
        long since = System.nanoTime();
        try (Holder one = machine("one");
                Lease _ = one.leases().acquire(FINGERPRINT)) {
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThanOrEqualTo(QUICK.abandoned());
        }
    }

    @Test
    void a_counter_that_moves_is_respected_for_however_long() throws Exception {
        try (Holder one = machine("one")) {
            long end = System.nanoTime() + 2 * QUICK.abandoned().toNanos();
            for (long counter = 1; System.nanoTime() < end; counter++) {
                elsewhereCounts(counter);
                assertThat(one.leases().tryAcquire(FINGERPRINT)).isEmpty();
            }
        }
    }

    @Test
    void who_holds_a_lease_moves_its_counter() throws Exception {
        try (Holder one = machine("one");
                Holder two = machine("two");
                Lease _ = one.leases().acquire(FINGERPRINT)) {
            long end = System.nanoTime() + 2 * QUICK.abandoned().toNanos();
            while (System.nanoTime() < end) {
                assertThat(two.leases().tryAcquire(FINGERPRINT)).isEmpty();
            }
            assertThat(Files.readString(object())).doesNotContain("\"counter\":1}");
        }
    }
}
