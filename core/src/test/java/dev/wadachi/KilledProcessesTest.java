package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.store.ChildProcess;
import dev.wadachi.store.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Eight processes bring the same goals up to date in one store, and are killed as they go.
class KilledProcessesTest {

    private static final int PROCESSES = 8;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final List<ChildProcess> children = new ArrayList<>();
    private int newest;

    @TempDir
    private Path project = Path.of("set by JUnit");

    @AfterEach
    void endAll() throws IOException {
        for (ChildProcess child : children) {
            child.close();
        }
    }

    @Test
    void twenty_kills_leave_every_result_right_and_computed_once() throws Exception {
        kill(20, new Random(20261104));
    }

    @Test
    @Tag("soak")
    void two_hundred_kills_leave_every_result_right_and_computed_once() throws Exception {
        kill(200, new Random(20261105));
    }

    private void kill(int kills, Random random) throws Exception {
        for (int i = 0; i < PROCESSES; i++) {
            children.add(start());
        }
        for (int kill = 0; kill < kills; kill++) {
            for (int lines = 1 + random.nextInt(30); lines > 0; lines--) {
                listen();
            }
            int victim = random.nextInt(PROCESSES);
            children.get(victim).kill();
            children.get(victim).close();
            children.set(victim, start());
        }
        Files.createFile(project.resolve("stop"));
        for (ChildProcess child : children) {
            assertThat(child.awaitExit())
                    .as("exit code of a process that was left alone")
                    .isZero();
        }
        assertStoreIsAsIfUndisturbed();
    }

    private ChildProcess start() throws IOException {
        ChildProcess child = ChildProcess.start(RoundOfWork.class, project, Integer.toString(newest));
        child.tell(said::add);
        return child;
    }

    /// Hears one line of any process, and checks the value in it if it tells one.
    private void listen() throws InterruptedException {
        String line = said.poll(60, TimeUnit.SECONDS);
        assertThat(line).as("a sign of life of any process").isNotNull();
        if (line != null && line.startsWith("round ")) {
            String[] words = line.split(" ");
            int round = Integer.parseInt(words[1]);
            assertThat(Long.parseLong(words[2])).isEqualTo(RoundOfWork.expected(round));
            newest = Math.max(newest, round);
        }
    }

    private void assertStoreIsAsIfUndisturbed() throws Exception {
        Map<Key, Output> found = new HashMap<>();
        try (Wadachi wadachi = Wadachi.open(project)) {
            wadachi.store().traces().forEach(recorded -> {
                assertThat(recorded.number())
                        .as("how often %s was computed", recorded.id())
                        .isEqualTo(1);
                recorded.trace()
                        .output()
                        .blobs()
                        .forEach(blob ->
                                assertThat(wadachi.store().blobs().verify(blob)).isTrue());
                found.put(recorded.trace().key(), recorded.trace().output());
            });
        }
        Path apart = Files.createDirectory(project.resolve("undisturbed"));
        try (Wadachi undisturbed = Wadachi.open(apart)) {
            for (int round = 0; round <= newest; round++) {
                assertThat(undisturbed.run(RoundOfWork.goal(round))).isEqualTo(RoundOfWork.expected(round));
            }
            undisturbed
                    .store()
                    .traces()
                    .forEach(recorded -> assertThat(found)
                            .containsEntry(
                                    recorded.trace().key(), recorded.trace().output()));
        }
        assertThat(found.values()).extracting(Output::digest).doesNotContain(Digest.of(""));
    }
}
