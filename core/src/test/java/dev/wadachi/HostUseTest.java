package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wadachi.engine.HostUse;
import dev.wadachi.engine.Occupant;
import dev.wadachi.store.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What processes of one host, of whatever user, know of each other and leave to each other.
@Timeout(120)
class HostUseTest {

    @TempDir
    Path folder;

    /// Waits until somebody is seen, which takes a pulse.
    private static Occupant seen(Predicate<Occupant> whom) {
        while (true) {
            var found = HostUse.now().occupants().stream().filter(whom).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void a_process_sees_what_another_holds_until_that_is_gone() throws Exception {
        try (ChildProcess child = ChildProcess.start(TakesTurns.class, folder.resolve("one"), "forever")) {
            child.awaitLine("holds");

            Occupant occupant = seen(each -> each.process() == child.pid() && each.state() == Occupant.State.RUNS);
            assertThat(occupant.task()).isEqualTo("Forever");
            assertThat(occupant.project()).isEqualTo("one");
            assertThat(occupant.user()).isEqualTo(System.getProperty("user.name"));
            assertThat(occupant.gpus()).isEqualTo(1);
            assertThat(occupant.devices()).containsExactly(0);

            child.kill();
            assertThat(HostUse.now().occupants()).noneMatch(each -> each.process() == child.pid());
        }
    }

    @Test
    void what_one_user_holds_another_user_waits_for() throws Exception {
        List<String> asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        Path classes = Path.of(TakesTurns.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assumeThat(canRead(asNobody, classes.resolve("dev/wadachi/TakesTurns.class")))
                .as("this user may become another one, who may read the classes")
                .isTrue();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        try (ChildProcess theirs =
                        ChildProcess.startWithin(asNobody, TakesTurns.class, folder.resolve("theirs"), "forever");
                ChildProcess ours = waiting(theirs)) {
            Occupant other = seen(each -> each.process() == theirs.pid() && each.state() == Occupant.State.RUNS);
            assertThat(other.user()).isEqualTo("nobody");
            Occupant own = seen(each -> each.process() == ours.pid());
            assertThat(own.state()).isEqualTo(Occupant.State.WAITS);

            theirs.kill();
            ours.awaitLine("done");
        }
    }

    private ChildProcess waiting(ChildProcess holder) throws Exception {
        holder.awaitLine("holds");
        ChildProcess ours = ChildProcess.start(
                TakesTurns.class,
                folder.resolve("ours"),
                "1",
                folder.resolve("busy").toString());
        ours.awaitLine("asks");
        return ours;
    }

    private static boolean canRead(List<String> as, Path file) {
        try {
            var words = new ArrayList<>(as);
            words.addAll(List.of("test", "-r", file.toString()));
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException | InterruptedException noSuchCommand) {
            return false;
        }
    }
}
