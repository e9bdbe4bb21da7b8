package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.engine.Invocation;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.ChildProcess;
import dev.wadachi.store.Commit;
import dev.wadachi.store.Metric;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.RunMetric;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.RunState;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a run records without a line of user code.
@Timeout(60)
class RecordsTest {

    record Score(double factor) implements Task<Double> {
        @Override
        public Double run(Context in) {
            for (int step = 0; step < 3; step++) {
                in.metric("loss", factor / (step + 1), step);
            }
            in.metric("mae", 17.25 * factor);
            Context fold = in.child("fold1", Map.of("k", 1));
            fold.metric("mae", 3);
            return factor;
        }
    }

    @TempDir
    Path folder;

    @Test
    void a_run_knows_who_what_when_with_which_parameters_and_on_what() {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            Invocation invocation = new Invocation(
                    "Demand",
                    List.of("evaluate"),
                    Map.of("week", "2021-08-02"),
                    List.of("run", "Demand", "--password", "***"));
            Report report = wadachi.run(Request.of(new Score(2)).seed(7).invocation(invocation));
            RunRecord run = wadachi.store().runs().find(report.run()).orElseThrow();
            assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.start().pipeline()).isEqualTo("Demand");
            assertThat(run.start().goals()).containsExactly("evaluate");
            assertThat(run.start().parameters()).containsExactly(Map.entry("week", "2021-08-02"));
            assertThat(run.start().commandLine()).containsExactly("run", "Demand", "--password", "***");
            assertThat(run.start().user()).isEqualTo(System.getProperty("user.name"));
            assertThat(run.start().java()).startsWith(Runtime.version().toString());
            assertThat(run.start().system()).startsWith(System.getProperty("os.name"));
            assertThat(run.start().jars().keySet()).anyMatch(jar -> jar.startsWith("assertj-core"));
            assertThat(run.start().seed()).isEqualTo(7);
            assertThat(run.process().pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(run.took().orElseThrow()).isPositive();
            assertThat(run.summary().orElseThrow().outcomes()).containsExactly(Map.entry(Outcome.RAN, 1));
            List<Outcome> outcomes = new ArrayList<>();
            wadachi.store().runs().outcomes(run.id(), outcome -> {
                outcomes.add(outcome.outcome());
                assertThat(outcome.wallSeconds()).isPositive();
                assertThat(outcome.reason()).isEqualTo("no result yet");
            });
            assertThat(outcomes).containsExactly(Outcome.RAN);
        }
    }

    @Test
    void metrics_are_kept_with_the_run_and_with_the_result() {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            Report report = wadachi.run(Request.of(new Score(2)));
            RunRecord run = wadachi.store().runs().find(report.run()).orElseThrow();
            assertThat(run.summary().orElseThrow().metrics().stream().map(RunMetric::metric))
                    .contains(Metric.of("mae", 34.5), Metric.of("fold1/mae", 3), new Metric("loss", 2.0 / 3, 2L));
            assertThat(wadachi.store()
                            .traces()
                            .ofTask("Score", 1)
                            .getFirst()
                            .trace()
                            .notes()
                            .metrics())
                    .hasSize(5)
                    .contains(new Metric("loss", 1, 1L));
        }
    }

    record Diverging() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            in.metric("loss", Double.POSITIVE_INFINITY, 1);
            in.metric("loss", Double.NaN, 2);
            in.metric("gain", Double.NEGATIVE_INFINITY);
            return 1;
        }
    }

    @Test
    void a_loss_that_diverges_is_recorded_as_it_is() throws IOException {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            Report report = wadachi.run(Request.of(new Diverging()));
            assertThat(report.orThrow().count(Outcome.RAN)).isEqualTo(1);
            RunRecord run = wadachi.store().runs().find(report.run()).orElseThrow();
            assertThat(run.summary().orElseThrow().metrics().stream().map(RunMetric::metric))
                    .containsExactlyInAnyOrder(
                            new Metric("loss", Double.NaN, 2L), Metric.of("gain", Double.NEGATIVE_INFINITY));
            assertThat(wadachi.store()
                            .traces()
                            .ofTask("Diverging", 1)
                            .getFirst()
                            .trace()
                            .notes()
                            .metrics())
                    .hasSize(3)
                    .contains(new Metric("loss", Double.POSITIVE_INFINITY, 1L));
            assertThat(folder.resolve(".wadachi/runs").resolve(run.id().text()).resolve("events.jsonl"))
                    .content()
                    .contains("\"value\":\"Infinity\"", "\"value\":\"NaN\"", "\"value\":\"-Infinity\"");
        }
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=trunk"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
    }

    @Test
    void a_run_in_a_repository_knows_commit_branch_and_what_is_not_committed() throws Exception {
        git("init", "-q");
        Files.writeString(folder.resolve("Shop.java"), "class Shop {}\n");
        Files.writeString(folder.resolve(".gitignore"), ".wadachi\n");
        git("add", ".");
        git("commit", "-q", "-m", "A shop");
        try (Wadachi wadachi = Wadachi.open(folder)) {
            Commit clean = commit(wadachi);
            assertThat(clean.hash()).hasSize(40);
            assertThat(clean.branch()).isEqualTo("trunk");
            assertThat(clean.dirtyDiff()).isEmpty();
            Files.writeString(folder.resolve("Shop.java"), "class Shop { int x; }\n");
            Commit dirty = commit(wadachi);
            assertThat(dirty.hash()).isEqualTo(clean.hash());
            byte[] diff = wadachi.store()
                    .blobs()
                    .find(dirty.dirtyDiff().orElseThrow())
                    .orElseThrow()
                    .bytes();
            assertThat(new String(diff, StandardCharsets.UTF_8)).contains("+class Shop { int x; }");
        }
    }

    private static Commit commit(Wadachi wadachi) {
        Report report = wadachi.run(Request.of(new Score(2)));
        return wadachi.store()
                .runs()
                .find(report.run())
                .orElseThrow()
                .start()
                .repository()
                .orElseThrow();
    }

    /// A plain program that is killed in the middle of a body, right after it reported a number.
    static final class Killed {

        /// The program's own output, as it was before bodies' words were kept apart.
        private static final PrintStream SAID = System.out;

        private Killed() {}

        record Trains(int epochs) implements Task<Integer> {
            @Override
            public Integer run(Context in) throws InterruptedException {
                for (int epoch = 0; epoch < epochs; epoch++) {
                    in.metric("loss", 1.0 / (epoch + 1), epoch);
                }
                SAID.println("measured");
                Thread.sleep(50_000);
                return epochs;
            }
        }

        public static void main(String[] arguments) {
            try (Wadachi wadachi = Wadachi.open(Path.of(arguments[0]))) {
                wadachi.run(new Trains(3));
            }
        }
    }

    @Test
    void metrics_survive_the_death_of_the_process_and_its_run_reads_as_interrupted() throws Exception {
        try (ChildProcess child = ChildProcess.start(Killed.class, folder)) {
            child.awaitLine("measured");
            child.kill();
        }
        try (Wadachi wadachi = Wadachi.open(folder)) {
            RunRecord run = wadachi.store().runs().newestFirst().findFirst().orElseThrow();
            assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
            StringBuilder events = new StringBuilder();
            wadachi.store()
                    .runs()
                    .events(run.id(), event -> events.append(event).append('\n'));
            assertThat(events).contains("\"value\":1.0", "\"step\":0", "\"step\":1", "\"step\":2");
        }
    }
}
