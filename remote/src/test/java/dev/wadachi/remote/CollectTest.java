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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Collections of a bucket, and what other machines believe afterwards.
class CollectTest {

    /// Keeps no run, and what is younger than a day.
    private static final Retention EAGER = new Retention(0, Duration.ZERO, Duration.ofHours(24), Duration.ofDays(7));

    @TempDir
    private Path folder;

    private BucketServer server;
    private Line line;

    @BeforeEach
    void start() throws Exception {
        server = BucketServer.start(folder.resolve("server"));
        line = Line.to(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        line.close();
        server.close();
    }

    private Machine machine(String name, Sharing sharing) {
        return Machine.in(folder.resolve(name), "s3://" + BucketServer.BUCKET + "/team", line.address(), sharing);
    }

    private Collected collect(Retention retention, TeamStore.Extent extent) {
        try (TeamStore team = machine("keeper", Sharing.READ).team()) {
            return team.collect(retention, _ -> Roots.none(), extent);
        }
    }

    private void twoDaysPass() throws IOException {
        try (Stream<Path> files = Files.walk(server.file("team"))) {
            FileTime before = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, before);
            }
        }
    }

    @Test
    void what_no_kept_run_needs_goes_to_the_trash_there_and_a_look_changes_nothing() throws IOException {
        Machine ci = machine("ci", Sharing.WRITE);
        ci.run(new Work.Large(1)).orThrow();
        assertThat(collect(EAGER, TeamStore.Extent.LOOK).items()).as("young").isEmpty();
        twoDaysPass();
        assertThat(collect(Retention.standard(), TeamStore.Extent.LOOK).items())
                .as("of a kept run")
                .isEmpty();
        long blobs = server.count("team/blobs");

        assertThat(collect(EAGER, TeamStore.Extent.LOOK).count(Collected.Kind.BLOB))
                .isEqualTo(blobs);
        assertThat(server.count("team/blobs")).isEqualTo(blobs);

        assertThat(collect(EAGER, TeamStore.Extent.TAKE).count(Collected.Kind.TRACE))
                .isEqualTo(1);
        assertThat(server.count("team/blobs")).isZero();
        assertThat(server.count("team/trash")).isEqualTo(blobs + 1);
    }

    @Test
    void who_knew_what_was_there_learns_that_it_is_gone() throws IOException {
        Machine ci = machine("ci", Sharing.WRITE);
        ci.run(new Work.Large(1)).orThrow();
        twoDaysPass();
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
        twoDaysPass();

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
            assertThat(server.file("team/blobs/" + hex.substring(0, 2) + "/" + hex.substring(2)))
                    .exists();
        }
    }
}
