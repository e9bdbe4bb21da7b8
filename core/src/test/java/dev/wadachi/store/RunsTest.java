package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    private final TestClock clock = new TestClock(Instant.parse("2026-11-04T09:30:12.345Z"));
    private Path folder;
    private Store store;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        store = Store.open(folder, StoreOptions.standard().withClock(clock));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_run_is_named_for_its_time_and_in_order() {
        try (RunLog first = store.runs().begin(Samples.runStart("Demand"));
                RunLog second = store.runs().begin(Samples.runStart("Demand"))) {
            assertThat(first.id().text()).startsWith("20261104-093012345-");
            assertThat(second.id()).isGreaterThan(first.id());
            assertThat(first.id().text()).endsWith(first.id().shortText());
        }
    }

    @Test
    void a_run_under_way_is_listed_as_running() {
        try (RunLog log = store.runs().begin(Samples.runStart("Demand"))) {
            RunRecord listed = store.runs().newestFirst().findFirst().orElseThrow();

            assertThat(listed.id()).isEqualTo(log.id());
            assertThat(listed.state()).isEqualTo(RunState.RUNNING);
            assertThat(listed.start()).isEqualTo(Samples.runStart("Demand"));
            assertThat(listed.process()).isEqualTo(ProcessIdentity.current());
            assertThat(listed.summary()).isEmpty();
        }
    }

    @Test
    void a_finished_run_is_listed_as_it_ended() {
        RunEnd end = new RunEnd(
                RunState.FAILED,
                new TreeMap<>(Map.of(Outcome.HIT, 3, Outcome.FAILED, 1)),
                List.of(new RunMetric(Samples.key("Evaluate"), Metric.of("mae", 1.5))),
                List.of(new Mark(Mark.Kind.NOT_REPRODUCIBLE, "--reuse Train")),
                "Train failed: no rows",
                JsonObject.builder().put("note", "more").build());
        RunLog log = store.runs().begin(Samples.runStart("Demand"));
        clock.advance(Duration.ofSeconds(90));

        RunRecord finished = log.finish(end);

        assertThat(store.runs().newestFirst()).containsExactly(finished);
        assertThat(finished.state()).isEqualTo(RunState.FAILED);
        assertThat(finished.summary()).contains(end);
        assertThat(finished.took()).contains(Duration.ofSeconds(90));
        assertThatThrownBy(() -> log.finish(end)).hasMessage("run " + log.id() + " was ended before");
    }

    @Test
    void runs_are_listed_newest_first_and_found_by_the_end_of_their_name() {
        RunRecord older = store.runs().begin(Samples.runStart("Demand")).finish(succeeded());
        clock.advance(Duration.ofDays(1));
        RunRecord newer = store.runs().begin(Samples.runStart("Demand")).finish(succeeded());

        assertThat(store.runs().newestFirst()).containsExactly(newer, older);
        assertThat(store.runs().find(older.id().text())).contains(older);
        assertThat(store.runs().find(newer.id().shortText())).contains(newer);
        assertThat(store.runs().find("20261104")).contains(older);
        assertThat(store.runs().find("../..")).isEmpty();
    }

    @Test
    void what_became_of_each_task_is_kept_in_order() {
        var ran = new TaskOutcome(
                Samples.key("Train"),
                Outcome.RAN,
                new TraceId(Samples.key("Train"), Digest.of("fingerprint"), 2),
                "code changed",
                1.5,
                1.25,
                4096);
        var skipped = new TaskOutcome(Samples.key("Evaluate"), Outcome.SKIPPED, null, "Train failed", 0, 0, 0);
        RunLog log = store.runs().begin(Samples.runStart("Demand"));
        log.append(ran);
        log.append(JsonObject.builder().put("event", "log").build());
        log.append(skipped);
        log.finish(succeeded());

        var seen = new ArrayList<TaskOutcome>();
        store.runs().outcomes(log.id(), seen::add);

        assertThat(seen).containsExactly(ran, skipped);
    }

    @Test
    void a_published_event_is_there_for_others_at_once() throws IOException {
        try (RunLog log = store.runs().begin(Samples.runStart("Demand"))) {
            log.publish(
                    JsonObject.builder().put("event", "metric").put("mae", 1.5).build());

            assertThat(Files.readAllLines(folder.resolve(Runs.eventsOf(log.id())))
                            .getLast())
                    .isEqualTo("{\"event\":\"metric\",\"mae\":1.5}");
        }
    }

    @Test
    void a_torn_last_event_is_left_out() throws IOException {
        RunLog log = store.runs().begin(Samples.runStart("Demand"));
        log.finish(succeeded());
        Files.writeString(
                folder.resolve(Runs.eventsOf(log.id())),
                "{\"event\":\"ta",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);

        var seen = new ArrayList<Json>();
        store.runs().events(log.id(), seen::add);

        assertThat(seen).hasSize(1);
    }

    @Test
    void a_run_that_is_closed_without_an_end_was_interrupted() {
        store.runs().begin(Samples.runStart("Demand")).close();

        assertThat(store.runs().newestFirst())
                .singleElement()
                .extracting(RunRecord::state)
                .isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void a_run_whose_process_was_killed_was_interrupted() throws Exception {
        try (ChildProcess child = ChildProcess.start(Runner.class, folder)) {
            child.awaitLine("begun");
            assertThat(store.runs().newestFirst())
                    .singleElement()
                    .extracting(RunRecord::state)
                    .isEqualTo(RunState.RUNNING);

            child.kill();

            assertThat(store.runs().newestFirst()).singleElement().satisfies(run -> {
                assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
                assertThat(run.process().pid()).isEqualTo(child.pid());
                assertThat(run.finished()).isEmpty();
            });
        }
    }

    @Test
    void a_later_process_of_the_same_number_is_another_one() {
        ProcessIdentity mine = ProcessIdentity.current();

        assertThat(mine.isGone()).isFalse();
        assertThat(new ProcessIdentity(mine.host(), mine.pid(), mine.started() - 60_000).isGone())
                .isTrue();
        assertThat(new ProcessIdentity("elsewhere", mine.pid(), 1).isGone()).isFalse();
    }

    private static RunEnd succeeded() {
        return RunEnd.of(RunState.SUCCEEDED, Map.of(Outcome.HIT, 1));
    }

    /// Begins a run and never ends it.
    static final class Runner {
        public static void main(String[] arguments) throws IOException {
            Store store = Store.open(Path.of(arguments[0]));
            RunLog log = store.runs().begin(Samples.runStart("Demand"));
            System.out.println("begun");
            ChildProcess.stay();
            log.close();
        }
    }
}
