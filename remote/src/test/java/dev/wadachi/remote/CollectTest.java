package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.engine.Report;
import dev.wadachi.store.Collected;
import dev.wadachi.store.Retention;
import dev.wadachi.store.Roots;
import dev.wadachi.store.Sharing;
import dev.wadachi.store.Store;
import dev.wadachi.testkit.Outcomes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Collections of a bucket, and what other machines believe afterwards.
class CollectTest {

    /// Keeps no run, and what is younger than a day.
    private static final Retention EAGER = new Retention(0, Duration.ZERO, Duration.ofHours(24), Duration.ofDays(7));

    @RegisterExtension
    private final TeamBucket bucket = new TeamBucket();

    @TempDir
    private Path folder;

    private Machine machine(String name, Sharing sharing) {
        return bucket.machine(folder.resolve(name), sharing);
    }

    private Collected collect(Retention retention, TeamStore.Extent extent) {
        try (TeamStore team = machine("keeper", Sharing.READ).team()) {
            return team.collect(retention, _ -> Roots.none(), extent);
        }
    }

    @Test
    void what_no_kept_run_needs_goes_to_the_trash_there_and_a_look_changes_nothing() throws IOException {
        Machine ci = machine("ci", Sharing.WRITE);
        ci.run(new Work.Large(1)).orThrow();
        assertThat(collect(EAGER, TeamStore.Extent.LOOK).items()).as("young").isEmpty();
        bucket.twoDaysPass();
        assertThat(collect(Retention.standard(), TeamStore.Extent.LOOK).items())
                .as("of a kept run")
                .isEmpty();
        long blobs = bucket.count("blobs");

        assertThat(collect(EAGER, TeamStore.Extent.LOOK).count(Collected.Kind.BLOB))
                .isEqualTo(blobs);
        assertThat(bucket.count("blobs")).isEqualTo(blobs);

        assertThat(collect(EAGER, TeamStore.Extent.TAKE).count(Collected.Kind.TRACE))
                .isEqualTo(1);
        assertThat(bucket.count("blobs")).isZero();
        assertThat(bucket.count("trash")).isEqualTo(blobs + 1);
    }

    @Test
    void who_knew_what_was_there_learns_that_it_is_gone() throws IOException {
        Machine ci = machine("ci", Sharing.WRITE);
        ci.run(new Work.Large(1)).orThrow();
        bucket.twoDaysPass();
        collect(EAGER, TeamStore.Extent.TAKE);

        try (TeamStore team = ci.team()) {
            assertThat(team.push(Progress.silent()).results()).isEqualTo(1);
        }

        Report report = machine("reader", Sharing.READ).run(new Work.Large(1)).orThrow();
        assertThat(Outcomes.of(report)).hasToString("hit Large");
    }

    @Test
    void what_is_cheap_to_compute_again_for_its_size_goes_first() throws IOException {
        Machine ci = machine("ci", Sharing.WRITE);
        // Alike in size, and one takes half a second.
        ci.run(new Work.Large(1)).orThrow();
        ci.run(new Work.Dear(2)).orThrow();
        bucket.twoDaysPass();

        Collected some = collect(EAGER.upTo(2_000_000), TeamStore.Extent.TAKE);

        assertThat(some.bytes(Collected.Kind.BLOB)).isBetween(2_000_000L, 4_000_000L);
        Report report = machine("reader", Sharing.READ)
                .run(new Work.Large(1), new Work.Dear(2))
                .orThrow();
        assertThat(report.value(new Work.Dear(2))).hasSize(3_000_000);
        try (Store alone = machine("ci", Sharing.READ).alone()) {
            String hex = alone.traces()
                    .ofTask("Dear", 1)
                    .getFirst()
                    .trace()
                    .output()
                    .digest()
                    .hex();
            assertThat(bucket.file("blobs/" + hex.substring(0, 2) + "/" + hex.substring(2)))
                    .exists();
        }
    }
}
