package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.digest.Key;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {

    private Path folder;
    private Store store;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_fingerprint_that_was_never_seen_has_no_history() {
        History history = store.traces().history(Samples.key("Train"), Digest.of("none"));

        assertThat(history.newest()).isEmpty();
        assertThat(history.last()).isZero();
    }

    @Test
    void a_trace_comes_back_as_it_was_recorded() {
        Trace trace = full();

        assertThat(store.traces().append(trace, 0)).isEqualTo(new Appended.Won(1));

        assertThat(store.traces()
                        .history(trace.key(), trace.fingerprint().total())
                        .newest())
                .contains(new Recorded(1, trace));
    }

    @Test
    void each_task_is_told_with_its_number_of_results_and_the_newest() {
        store.traces().append(started("Train", "a", "2026-11-04T09:30:12Z"), 0);
        store.traces().append(started("Train", "b", "2026-11-04T09:30:12.500Z"), 0);
        store.traces().append(started("Train", "c", "2026-11-04T09:29:59.999999Z"), 0);
        store.traces().append(started("a \"quoted\\ 名前\"", "a", "2026-11-04T09:30:12Z"), 0);

        assertThat(store.traces().ofEachTask())
                .extracting(
                        Traces.Kept::results,
                        kept -> kept.newest().trace().key().task(),
                        kept -> kept.newest().trace().origin().started().toString())
                .containsExactlyInAnyOrder(
                        tuple(3, "Train", "2026-11-04T09:30:12.500Z"),
                        tuple(1, "a \"quoted\\ 名前\"", "2026-11-04T09:30:12Z"));
    }

    @Test
    void a_damaged_trace_is_no_result_of_its_task() throws IOException {
        Trace trace = Samples.trace("Train", "a", "one");
        store.traces().append(trace, 0);
        Path file = folder.resolve(
                Traces.nameOf(new TraceId(trace.key(), trace.fingerprint().total(), 1)));
        Files.writeString(file, Files.readString(file).replace("\"task\": \"Train\"", "\"task\": \"Trail\""));

        assertThat(store.traces().ofEachTask()).isEmpty();
        assertThat(file).doesNotExist();
    }

    private static Trace started(String task, String code, String when) {
        Trace trace = Samples.trace(task, code, "output");
        Origin origin = trace.origin();
        return new Trace(
                trace.key(),
                trace.fingerprint(),
                trace.codec(),
                trace.output(),
                trace.inputs(),
                new Origin(origin.run(), origin.project(), Instant.parse(when), origin.host(), origin.user()),
                trace.cost(),
                trace.evidence(),
                trace.notes());
    }

    @Test
    void a_history_goes_from_the_newest_back() {
        Trace first = Samples.trace("Train", "a", "one");
        Trace second = Samples.trace("Train", "a", "two");
        store.traces().append(first, 0);
        store.traces().append(second, 1);

        History history =
                store.traces().history(first.key(), first.fingerprint().total());

        assertThat(history.last()).isEqualTo(2);
        assertThat(history).containsExactly(new Recorded(2, second), new Recorded(1, first));
    }

    @Test
    void who_comes_second_gets_what_the_first_recorded() {
        Trace first = Samples.trace("Train", "a", "one");
        store.traces().append(first, 0);

        Appended second = store.traces().append(Samples.trace("Train", "a", "another"), 0);

        assertThat(second).isEqualTo(new Appended.Lost(new Recorded(1, first)));
    }

    @Test
    void a_torn_trace_is_a_miss_goes_to_quarantine_and_frees_its_number() throws IOException {
        Trace trace = Samples.trace("Train", "a", "one");
        store.traces().append(trace, 0);
        Path file = folder.resolve(Traces.nameOf(new Recorded(1, trace).id()));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThat(store.traces()
                        .history(trace.key(), trace.fingerprint().total())
                        .newest())
                .isEmpty();
        assertThat(file).doesNotExist();
        assertThat(store.traces().append(trace, 0)).isEqualTo(new Appended.Won(1));
        try (var quarantined = Files.walk(folder.resolve("trash"))) {
            assertThat(quarantined.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void a_trace_in_another_fingerprints_folder_is_a_miss() throws IOException {
        Trace trace = Samples.trace("Train", "a", "one");
        Fingerprint other = Samples.fingerprint("b");
        store.traces().append(trace, 0);
        Path copy = folder.resolve(Traces.nameOf(new TraceId(trace.key(), other.total(), 1)));
        Files.createDirectories(copy.getParent());
        Files.copy(folder.resolve(Traces.nameOf(new Recorded(1, trace).id())), copy);

        assertThat(store.traces().history(trace.key(), other.total()).newest()).isEmpty();
    }

    @Test
    void the_nearest_traces_are_those_of_the_key_and_then_those_of_the_name() {
        Trace same = Samples.trace("Train", "a", "one");
        Trace otherKey =
                Samples.trace(new Key("Train", Digest.of("other")), Samples.fingerprint("a"), Samples.whole("two"));
        store.traces().append(same, 0);
        store.traces().append(otherKey, 0);
        store.traces().append(Samples.trace("Evaluate", "a", "three"), 0);

        assertThat(store.traces().ofKey(same.key(), 10)).containsExactly(new Recorded(1, same));
        assertThat(store.traces().ofTask("Train", 10))
                .containsExactlyInAnyOrder(new Recorded(1, same), new Recorded(1, otherKey));
        assertThat(store.traces().ofTask("Train", 1)).hasSize(1);
    }

    @Test
    void forgetting_a_key_moves_its_traces_to_the_trash() {
        Trace trace = Samples.trace("Train", "a", "one");
        store.traces().append(trace, 0);
        store.traces().append(Samples.trace("Evaluate", "a", "two"), 0);

        assertThat(store.traces().forget(trace.key()))
                .as("outside of all projects nothing is one's own to forget")
                .isEmpty();
        store.close();
        store = Store.open(folder, StoreOptions.standard().ofProject("demand", StoreOptions.Sight.OWN));
        assertThat(store.traces().forget(trace.key())).containsExactly(new Recorded(1, trace).id());

        assertThat(store.traces().ofTask("Train", 10)).isEmpty();
        assertThat(store.traces().ofTask("Evaluate", 10)).hasSize(1);
        assertThat(folder.resolve("traces/Train")).doesNotExist();
    }

    /// A trace with something in every field.
    private static Trace full() {
        Key upstream = Samples.key("Features");
        return new Trace(
                Samples.key("Train"),
                Samples.fingerprint("a"),
                "record",
                new Output.Parts(
                        Digest.of("manifest"),
                        8,
                        new TreeMap<>(Map.of("left", Samples.whole("four"), "right", Samples.whole("five")))),
                new Inputs(
                        "example.Train",
                        new TreeMap<>(Map.of("rate", "0.1")),
                        new TreeMap<>(Map.of("features", upstream)),
                        List.of(
                                new Load.Value(upstream, "test", Digest.of("part"), Json.of("recipe")),
                                new Load.Value(upstream, null, Digest.of("whole"), JsonObject.EMPTY),
                                new Load.Seed(7))),
                new Origin(
                        new RunId("20261104-093012345-7f3a"), "", Instant.parse("2026-11-04T09:30:12Z"), "ホスト", "user"),
                new Cost(1.5, 1.25, 1L << 40, 3),
                new Evidence(Digest.of("environment"), Digest.of("log"), Digest.of("code")),
                new Notes(
                        List.of(Metric.of("mae", Double.NaN), new Metric("loss", 1e-300, 4L)),
                        List.of(new Mark(Mark.Kind.OVERRIDDEN, "Features=x.parquet")),
                        List.of("reads the clock"),
                        JsonObject.builder().put("rows", 3).build()));
    }
}
