package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wadachi.engine.Request;
import dev.wadachi.store.ChildProcess;
import dev.wadachi.store.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a run that cannot write any more, and of the next one, when it can.
@Timeout(120)
class FullDiskTest {

    @TempDir
    Path folder;

    /// Every POSIX shell can limit how large a file its children write; a full disk fails the same calls.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no limit on the size of files")
    void a_value_that_cannot_be_written_fails_with_the_reason_and_leaves_nothing_behind() throws Exception {
        List<String> limited = List.of("sh", "-c", "ulimit -f 4096 && exec \"$@\"", "limited");
        try (ChildProcess child = ChildProcess.startWithin(limited, FillsDisk.class, folder, "1", "8000000")) {
            assertThat(child.awaitEnd())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "failed Noise(number=0, size=8000000) failed: UncheckedIOException: Cannot store 8000000")
                    .contains("File too large");
        }
        try (Stream<Path> files = Files.walk(folder.resolve(".wadachi"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(file.toFile().length()).isLessThan(1_000_000));
        }
        try (Wadachi wadachi = Wadachi.open(folder)) {
            assertThat(wadachi.run(Request.of(FillsDisk.goal(1, 8_000_000))).count(Outcome.RAN))
                    .isEqualTo(2);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no limit on the size of files")
    void a_run_whose_events_cannot_be_written_says_so_and_that_the_rest_stands() throws Exception {
        List<String> limited = List.of("sh", "-c", "ulimit -f 128 && exec \"$@\"", "limited");
        try (ChildProcess child = ChildProcess.startWithin(limited, FillsDisk.class, folder, "1000", "10")) {
            assertThat(child.awaitEnd())
                    .singleElement()
                    .asString()
                    .contains("was stopped, because what happened could not be written down: Cannot ")
                    .contains("everything recorded before stands: make room and run it again")
                    .contains("File too large");
        }
        try (Wadachi wadachi = Wadachi.open(folder)) {
            assertThat(wadachi.store().traces().ofTask("Noise", 1)).isNotEmpty();
        }
    }

    @Test
    @Tag("soak")
    void a_large_value_on_a_full_disk_fails_with_the_reason_and_comes_when_there_is_room() throws Exception {
        assertThat(onSmallDisk("1", "8000000", "2000000"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("failed Noise(number=0, size=8000000) failed: ")
                .contains("No space left on device");
    }

    @Test
    @Tag("soak")
    void a_disk_that_becomes_full_amid_many_tasks_ends_the_run_and_the_next_one_goes_on() throws Exception {
        List<String> said = onSmallDisk("2000", "100", "200000");
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).startsWith("failed ").contains("No space left on device");
        try (Wadachi wadachi = Wadachi.open(folder)) {
            assertThat(said.getLast()).isEqualTo("value " + wadachi.run(FillsDisk.goal(2000, 100)));
        }
    }

    /// Linux lets everybody mount a file system that only their own children see, if it is configured to.
    private List<String> onSmallDisk(String... arguments) throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        List<String> mounted = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c"));
        mounted.addAll(List.of("mount -t tmpfs -o size=32m none '" + disk + "' && exec \"$@\"", "mounted"));
        List<String> probe = Stream.concat(mounted.stream(), Stream.of("true")).toList();
        assumeThat(isPossible(probe)).as("file systems of one's own").isTrue();
        try (ChildProcess child = ChildProcess.startWithin(mounted, FillsDisk.class, disk, arguments)) {
            return child.awaitEnd();
        }
    }

    private static boolean isPossible(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
