package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several JVMs on one store, left alone and killed.
class ManyProcessesTest {

    private static final int JOBS = 200;

    private final Map<Integer, Output> expected = new HashMap<>();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void each_result_is_computed_once_however_many_processes_want_it() throws Exception {
        var children = new ArrayList<ChildProcess>();
        for (int i = 0; i < 3; i++) {
            children.add(ChildProcess.start(Worker.class, folder, "1", Integer.toString(i)));
        }
        int computed = 0;
        for (ChildProcess child : children) {
            computed += Integer.parseInt(child.awaitEnd().getLast());
            child.close();
        }

        assertThat(computed).isEqualTo(JOBS);
        assertEverythingIsSound();
        assertThat(numbersOfTraces()).hasSize(JOBS).containsOnly(1);
    }

    @Test
    void a_killed_writer_leaves_whole_files_only() throws Exception {
        killWriters(4, new Random(20261104));
    }

    @Test
    @Tag("soak")
    void writers_killed_two_hundred_times_leave_whole_files_only() throws Exception {
        killWriters(200, new Random(20261105));
    }

    /// Keeps two writers going; kills one after the other at random moments of its work.
    private void killWriters(int kills, RandomGenerator random) throws Exception {
        ChildProcess writer = ChildProcess.start(Worker.class, folder, "1000000", "0");
        for (int kill = 1; kill <= kills; kill++) {
            ChildProcess next = ChildProcess.start(Worker.class, folder, "1000000", Integer.toString(kill));
            next.awaitLine("begun");
            for (int jobs = random.nextInt(40); jobs > 0; jobs--) {
                writer.awaitLine("job");
            }
            writer.kill();
            writer.close();
            assertEverythingIsSound();
            writer = next;
        }
        writer.kill();
        writer.close();
        assertEverythingIsSound();
        try (Store store = Store.open(folder)) {
            store.collect(Retention.standard(), Roots.none());
            assertThat(Trees.children(folder.resolve("tmp")))
                    .as("scratch of killed processes")
                    .isEmpty();
        }
    }

    /// Every file under its final name is whole, and every trace has its blob, which is what the trace says.
    private void assertEverythingIsSound() throws IOException {
        try (Store store = Store.open(folder)) {
            store.traces().walk(file -> {
                Recorded recorded =
                        store.traces().intact(file.folder(), file.number()).orElseThrow();
                Trace trace = recorded.trace();
                assertThat(trace.output()).isEqualTo(expected(trace.key().task(), (int)
                        trace.cost().peakBytes()));
                assertThat(store.blobs()
                                .find(trace.output().digest(), trace.output().bytes()))
                        .isPresent();
            });
        }
        try (var blobs = Files.walk(folder.resolve("blobs"))) {
            for (Path blob : blobs.filter(Files::isRegularFile).toList()) {
                String hex = folder.resolve("blobs").relativize(blob).toString().replaceAll("\\W", "");
                assertThat(Digest.ofFile(blob)).isEqualTo(Digest.parse(hex));
            }
        }
        assertThat(folder.resolve("trash")).doesNotExist();
    }

    private Output expected(String task, int job) {
        return expected.computeIfAbsent(job, _ -> {
            byte[] bytes = Worker.result(task, job);
            return new Output.Whole(Digest.of(bytes), bytes.length);
        });
    }

    private List<Integer> numbersOfTraces() {
        var numbers = new ArrayList<Integer>();
        try (Store store = Store.open(folder)) {
            store.traces().forEach(recorded -> numbers.add(recorded.number()));
        }
        return numbers;
    }

    /// Does jobs as an engine would: look up, lease, look up again, compute, put the blob, put the trace.
    static final class Worker {

        /// @param arguments the folder, how many rounds of all jobs, and a seed
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("begun");
            var random = new Random(Long.parseLong(arguments[2]));
            int computed = 0;
            try (Store store = Store.open(Path.of(arguments[0]))) {
                for (int round = 0; round < Integer.parseInt(arguments[1]) && ChildProcess.isWanted(); round++) {
                    for (int job : order(random)) {
                        computed += work(store, job, round);
                        System.out.println("job");
                    }
                }
            }
            System.out.println(computed);
        }

        private static List<Integer> order(Random random) {
            var jobs = new HashSet<Integer>();
            while (jobs.size() < JOBS) {
                jobs.add(random.nextInt(JOBS));
            }
            return List.copyOf(jobs);
        }

        /// @return how often it computed something: 0 or 1
        private static int work(Store store, int job, int round) throws InterruptedException {
            Key key = Samples.key("Job" + job % 7);
            Digest fingerprint = Samples.fingerprint(job + " in round " + round).total();
            if (store.traces().history(key, fingerprint).newest().isPresent()) {
                return 0;
            }
            try (Lease _ = store.leases().acquire(fingerprint)) {
                if (store.traces().history(key, fingerprint).newest().isPresent()) {
                    return 0;
                }
                var blob = store.blobs().put(result(key.task(), job));
                Trace sample = Samples.trace(
                        key,
                        Samples.fingerprint(job + " in round " + round),
                        new Output.Whole(blob.digest(), blob.size()));
                store.traces()
                        .append(
                                new Trace(
                                        key,
                                        sample.fingerprint(),
                                        "bytes",
                                        sample.output(),
                                        sample.inputs(),
                                        sample.origin(),
                                        new Cost(0, 0, job, 0),
                                        sample.evidence(),
                                        sample.notes()),
                                0);
                return 1;
            }
        }

        /// From a few bytes to some hundred thousand, as the job and the task's name have it.
        static byte[] result(String task, int job) {
            byte[] bytes = new byte[job * job * 8];
            new Random(job * 31L + task.hashCode()).nextBytes(bytes);
            return bytes;
        }
    }
}
