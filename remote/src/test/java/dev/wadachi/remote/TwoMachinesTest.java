package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.engine.Report;
import dev.wadachi.store.Sharing;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Outcomes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes with stores of their own that write to one bucket.
class TwoMachinesTest {

    private static final int TASKS = 6;

    @TempDir
    private Path folder;

    private Path tally() {
        return folder.resolve("tally");
    }

    private Process start(String machine, String endpoint) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.timezone=UTC",
                        "-Duser.language=",
                        // OpenDAL unpacks its library there, and a kill leaves it behind.
                        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.resolve(machine).toString(),
                        endpoint,
                        tally().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void go(Process process) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write('\n');
        in.flush();
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        assertThat(lines.readLine()).isEqualTo("ready");
    }

    private static List<Task<?>> goals(String tally) {
        return IntStream.range(0, TASKS)
                .<Task<?>>mapToObj(number -> new Work.Doubled(new Work.Source(number, tally), tally))
                .toList();
    }

    @Test
    void two_machines_that_run_the_same_tasks_at_once_have_one_result_of_each() throws Exception {
        try (BucketServer server = BucketServer.start(folder.resolve("server"));
                Line line = Line.to(server.port())) {
            Process one = start("one", line.address());
            Process two = start("two", line.address());
            awaitReady(one);
            awaitReady(two);
            go(one);
            go(two);
            String first = one.inputReader(StandardCharsets.UTF_8).readLine();
            String second = two.inputReader(StandardCharsets.UTF_8).readLine();

            assertThat(List.of(one.waitFor(), two.waitFor())).containsOnly(0);
            assertThat(first).isEqualTo(second).startsWith("number 0 and number 0");
            assertThat(Files.readAllLines(tally()))
                    .as("what was computed, on either machine")
                    .hasSize(2 * TASKS)
                    .contains("Source 0", "Source 5");
            assertThat(traces(server)).hasSize(2 * TASKS).allMatch(name -> name.endsWith("1.json"));
            assertThat(server.count("team/leases")).isZero();
            assertIsSound(line);
        }
    }

    @Test
    void a_machine_that_is_killed_leaves_a_usable_bucket() throws Exception {
        kill(2, new Random(20261121));
    }

    @Tag("soak")
    @Test
    void machines_that_are_killed_forty_times_leave_a_usable_bucket() throws Exception {
        kill(40, new Random(20261122));
    }

    /// Kills a writer while some request of its is under way; then another machine must get along with what is there.
    private void kill(int times, RandomGenerator random) throws Exception {
        for (int kill = 0; kill < times; kill++) {
            try (BucketServer server = BucketServer.start(folder.resolve("server-" + kill));
                    Line line = Line.to(server.port())) {
                var left = new AtomicInteger(5 + random.nextInt(60));
                var moment = new CountDownLatch(1);
                line.decide(_ -> {
                    if (left.decrementAndGet() == 0) {
                        moment.countDown();
                    }
                    return Line.PASSED;
                });
                Process writer = start("killed-" + kill, line.address());
                awaitReady(writer);
                go(writer);
                moment.await();
                writer.destroyForcibly().waitFor();
                line.decide(_ -> Line.PASSED);

                Report report = machine("next-" + kill, line, Sharing.WRITE)
                        .run(goals(tally().toString()).toArray(Task<?>[]::new))
                        .orThrow();

                assertThat(Outcomes.of(report).failed()).isEmpty();
                assertIsSound(line);
                Report again = machine("last-" + kill, line, Sharing.READ)
                        .run(goals(tally().toString()).toArray(Task<?>[]::new))
                        .orThrow();
                assertThat(Outcomes.of(again).ran()).isEmpty();
            }
        }
    }

    private Machine machine(String name, Line line, Sharing sharing) {
        return Machine.in(folder.resolve(name), Writer.LOCATION, line.address(), sharing);
    }

    private void assertIsSound(Line line) throws IOException {
        try (TeamStore team = machine("inspector", line, Sharing.READ).team()) {
            assertThat(team.check(Mending.NONE, Progress.silent()).problems()).isEmpty();
        }
    }

    private static List<String> traces(BucketServer server) throws IOException {
        try (Stream<Path> files = Files.walk(server.file("team/traces"))) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    /// Runs all goals, once it is told to.
    static final class Writer {

        static final String LOCATION = "s3://" + BucketServer.BUCKET + "/team";

        /// @param arguments the machine's folder, the bucket's address, the file for tallies
        public static void main(String[] arguments) throws IOException {
            List<Task<?>> goals = goals(arguments[2]);
            Machine machine = Machine.in(Path.of(arguments[0]), LOCATION, arguments[1], Sharing.WRITE);
            System.out.println("ready");
            if (System.in.read() < 0) {
                return;
            }
            Report report = machine.run(goals.toArray(Task<?>[]::new)).orThrow();
            var values = new ArrayList<String>();
            goals.forEach(goal -> values.add(String.valueOf(report.value(goal))));
            System.out.println(String.join("; ", values));
        }
    }
}
