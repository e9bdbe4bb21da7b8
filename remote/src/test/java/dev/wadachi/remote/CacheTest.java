package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Remote;
import dev.wadachi.store.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Blobs that are in the team's store as well take no more room here than they may.
class CacheTest {

    @TempDir
    private Path folder;

    @Test
    void blobs_that_were_not_read_for_longest_make_room_and_come_back_when_they_are_read() throws IOException {
        String shared = Files.createDirectory(folder.resolve("shared")).toUri().toString();
        Machine ci = new Machine(folder.resolve("ci"), Remote.of(shared, Sharing.WRITE));
        ci.run(new Work.Large(1), new Work.Large(2), new Work.Large(3)).orThrow();
        Machine laptop = new Machine(
                folder.resolve("laptop"), Remote.of(shared, Sharing.READ).with("cache", "4MB"));
        read(laptop, 1);
        read(laptop, 2);
        hoursPass(laptop);

        read(laptop, 3);

        assertThat(bytes(laptop)).isBetween(3_000_000L, 4_000_000L);
        read(laptop, 1);
        assertThat(bytes(laptop)).as("read within the hour, so both stay").isGreaterThanOrEqualTo(6_000_000);
    }

    @Test
    void blobs_that_are_here_alone_stay() throws IOException {
        String shared = Files.createDirectory(folder.resolve("shared")).toUri().toString();
        Machine ci = new Machine(folder.resolve("ci"), Remote.of(shared, Sharing.WRITE));
        ci.run(new Work.Large(1)).orThrow();
        Machine laptop = new Machine(
                folder.resolve("laptop"), Remote.of(shared, Sharing.READ).with("cache", "1MB"));
        laptop.run(new Work.Large(2)).orThrow();
        hoursPass(laptop);

        read(laptop, 1);

        hoursPass(laptop);
        try (Wadachi wadachi = laptop.open()) {
            assertThat(wadachi.latest(new Work.Large(2))).isPresent();
        }
    }

    private static void read(Machine machine, int seed) {
        try (Wadachi wadachi = machine.open()) {
            assertThat(wadachi.run(Request.of(new Work.Large(seed))).orThrow().value(new Work.Large(seed)))
                    .hasSize(3_000_000);
        }
    }

    private static void hoursPass(Machine machine) throws IOException {
        try (Stream<Path> files = Files.walk(machine.store().resolve("blobs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
            }
        }
    }

    private static long bytes(Machine machine) throws IOException {
        try (Stream<Path> files = Files.walk(machine.store().resolve("blobs"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
