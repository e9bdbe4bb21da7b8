package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.JsonObject;
import dev.wadachi.task.Blob;
import dev.wadachi.task.Encoded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionTest {

    private static final Retention RETENTION = Retention.standard();

    /// Files get the system's times, so the clock starts there too.
    private final TestClock clock = new TestClock(Instant.now());

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
    void what_a_recent_run_used_stays_and_the_rest_goes_to_the_trash() {
        Recorded used = record("Train", "used");
        Recorded unused = record("Old", "unused");
        run("Demand", used);
        clock.advance(Duration.ofDays(10));

        Collected gone = store.collect(RETENTION, Roots.none());

        assertThat(gone.items())
                .extracting(Collected.Item::name)
                .containsExactlyInAnyOrder(Traces.nameOf(unused.id()), Blobs.nameOf(Digest.of("unused")));
        assertThat(gone.bytes(Collected.Kind.BLOB)).isEqualTo("unused".length());
        assertThat(newest(used)).contains(used);
        assertThat(newest(unused)).isEmpty();
        assertThat(day().resolve(Blobs.nameOf(Digest.of("unused")))).hasContent("unused");
    }

    @Test
    void looking_changes_nothing() {
        Recorded unused = record("Old", "unused");
        clock.advance(Duration.ofDays(10));

        Collected would = store.collectable(RETENTION, Roots.none());

        assertThat(would.count(Collected.Kind.TRACE)).isEqualTo(1);
        assertThat(would.count(Collected.Kind.BLOB)).isEqualTo(1);
        assertThat(newest(unused)).contains(unused);
    }

    @Test
    void nothing_younger_than_a_day_goes() {
        record("Old", "unused");
        clock.advance(Duration.ofHours(23));

        assertThat(store.collect(RETENTION, Roots.none()).items()).isEmpty();
    }

    @Test
    void of_old_runs_the_last_ones_of_each_pipeline_are_kept() {
        Recorded first = record("Train", "first");
        Recorded second = record("Train2", "second");
        Recorded other = record("Other", "other");
        run("Demand", first);
        run("Other", other);
        clock.advance(Duration.ofSeconds(1));
        run("Demand", second);
        clock.advance(Duration.ofDays(100));

        store.collect(new Retention(1, Duration.ofDays(30), Duration.ofHours(24), Duration.ofDays(7)), Roots.none());

        assertThat(newest(first)).isEmpty();
        assertThat(newest(second)).contains(second);
        assertThat(newest(other)).contains(other);
    }

    @Test
    void a_live_run_keeps_what_it_has_used_whatever_its_age() {
        Recorded used = record("Train", "used");
        try (RunLog log = store.runs().begin(Samples.runStart("Demand"))) {
            log.append(outcome(used));
            log.publish(JsonObject.EMPTY);
            clock.advance(Duration.ofDays(100));

            store.collect(new Retention(0, Duration.ZERO, Duration.ofHours(24), Duration.ofDays(7)), Roots.none());
        }
        assertThat(newest(used)).contains(used);
        assertThat(store.blobs().find(Digest.of("used"))).isPresent();
    }

    @Test
    void pins_and_roots_keep_what_no_run_needs() {
        Recorded pinned = record("Pinned", "pinned");
        Recorded model = record("Model", "model");
        Blob blob = store.blobs().put("alone".getBytes(StandardCharsets.UTF_8));
        Recorded ofRun = record("OfRun", "of run");
        RunId run = run("Demand", ofRun);
        store.pins().pin(new Pin(new Pin.Target.Result(pinned.id()), "paper", "user", clock.instant()));
        store.pins().pin(new Pin(new Pin.Target.Run(run), "paper", "user", clock.instant()));
        clock.advance(Duration.ofDays(100));

        Collected gone = store.collect(
                new Retention(0, Duration.ZERO, Duration.ofHours(24), Duration.ofDays(7)),
                new Roots(Set.of(model.id()), Set.of(blob.digest()), Set.of()));

        assertThat(gone.items()).isEmpty();
        store.pins().withdraw(store.pins().all().firstKey(), "published", "user");
        assertThat(store.pins().all()).hasSize(1);
    }

    @Test
    void a_blob_that_is_put_again_is_young_again() throws IOException {
        Blob blob = store.blobs().put("again".getBytes(StandardCharsets.UTF_8));
        clock.advance(Duration.ofDays(10));
        store.blobs().put("again".getBytes(StandardCharsets.UTF_8));

        store.collect(RETENTION, Roots.none());

        assertThat(folder.resolve(Blobs.nameOf(blob.digest()))).exists();
    }

    @Test
    void a_blob_in_the_trash_that_is_needed_by_now_comes_back_before_the_trash_goes() {
        record("Old", "bytes");
        clock.advance(Duration.ofDays(10));
        store.collect(RETENTION, Roots.none());
        Path trashed = day().resolve(Blobs.nameOf(Digest.of("bytes")));
        assertThat(trashed).exists();
        // Another process had looked before the collection, and records its trace after it.
        Trace late = Samples.trace("Late", "a", "bytes");
        store.traces().append(late, 0);
        touch(Traces.nameOf(new Recorded(1, late).id()));
        clock.advance(Duration.ofDays(9));
        touch(Traces.nameOf(new Recorded(1, late).id()));

        Collected gone = store.collect(RETENTION, Roots.none());

        assertThat(gone.count(Collected.Kind.TRASH)).isEqualTo(1);
        assertThat(trashed).doesNotExist();
        assertThat(folder.resolve(Blobs.nameOf(Digest.of("bytes")))).hasContent("bytes");
    }

    @Test
    void the_trash_keeps_things_for_a_week() {
        record("Old", "unused");
        clock.advance(Duration.ofDays(10));
        store.collect(RETENTION, Roots.none());
        Path trash = day();
        clock.advance(Duration.ofDays(6));
        assertThat(store.collect(RETENTION, Roots.none()).items()).isEmpty();
        clock.advance(Duration.ofDays(3));

        assertThat(store.collect(RETENTION, Roots.none()).count(Collected.Kind.TRASH))
                .isEqualTo(1);
        assertThat(trash).doesNotExist();
    }

    @Test
    void what_killed_processes_left_behind_goes_and_what_live_ones_use_stays() throws Exception {
        Path mine = Files.writeString(store.scratch().newFile(), "mine");
        Path left;
        try (ChildProcess child = ChildProcess.start(Scribbler.class, folder)) {
            child.awaitLine("scribbled");
            left = Trees.children(folder.resolve("tmp")).stream()
                    .filter(path -> !mine.startsWith(path))
                    .findFirst()
                    .orElseThrow();
            store.collect(RETENTION, Roots.none());
            assertThat(left).exists();
            child.kill();
        }
        store.collect(RETENTION, Roots.none());

        assertThat(left).doesNotExist();
        assertThat(mine).exists();
    }

    @Test
    void a_checkpoint_that_nobody_went_on_with_goes() throws IOException {
        Path old = store.checkpoint(Digest.of("old"));
        Files.writeString(old.resolve("step"), "7");
        Path fresh = store.checkpoint(Digest.of("fresh"));
        Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(Duration.ofDays(31))));

        assertThat(store.collect(RETENTION, Roots.none()).bytes(Collected.Kind.CHECKPOINT))
                .isEqualTo(1);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void a_checkpoint_folder_survives_its_store_and_goes_on_success() throws IOException {
        Files.writeString(store.checkpoint(Digest.of("fingerprint")).resolve("step"), "7");
        store.close();
        store = Store.open(folder);

        assertThat(store.checkpoint(Digest.of("fingerprint")).resolve("step")).hasContent("7");
        store.removeCheckpoint(Digest.of("fingerprint"));
        assertThat(store.checkpoint(Digest.of("fingerprint"))).isEmptyDirectory();
    }

    @Test
    void a_collection_in_the_midst_of_writing_takes_no_blob_for_good_that_a_trace_speaks_of() throws Exception {
        var eager = new Retention(0, Duration.ZERO, Duration.ZERO, Duration.ofDays(7));
        var written = new ArrayList<Recorded>();
        try (Store other = Store.open(folder);
                var threads = Executors.newSingleThreadExecutor()) {
            var writing = new AtomicBoolean(true);
            Future<Integer> collections = threads.submit(() -> {
                int count = 0;
                while (writing.get() || count == 0) {
                    other.collect(eager, Roots.none());
                    count++;
                }
                return count;
            });
            for (int i = 0; i < 300; i++) {
                written.add(record("Task" + i, "content " + i % 50));
            }
            writing.set(false);
            assertThat(collections.get()).isPositive();
        }

        assertThat(written)
                .allSatisfy(recorded -> assertThat(
                                store.blobs().open(recorded.trace().output()))
                        .isPresent());
    }

    private Recorded record(String task, String content) {
        Output output = store.blobs().put(new Encoded.Bytes(content.getBytes(StandardCharsets.UTF_8)));
        Trace trace = Samples.trace(Samples.key(task), Samples.fingerprint("a"), output);
        store.traces().append(trace, 0);
        return new Recorded(1, trace);
    }

    private Optional<Recorded> newest(Recorded recorded) {
        return store.traces()
                .history(recorded.trace().key(), recorded.trace().fingerprint().total())
                .newest();
    }

    private RunId run(String pipeline, Recorded used) {
        RunLog log = store.runs().begin(Samples.runStart(pipeline));
        log.append(outcome(used));
        return log.finish(RunEnd.of(RunState.SUCCEEDED, Map.of(Outcome.HIT, 1))).id();
    }

    private static TaskOutcome outcome(Recorded used) {
        return new TaskOutcome(used.trace().key(), Outcome.HIT, used.id(), "", 0.1, 0, 4);
    }

    private Path day() {
        return folder.resolve("trash").resolve(clock.instant().toString().substring(0, 10));
    }

    private void touch(String name) {
        assertThat(folder.resolve(name).toFile().setLastModified(clock.millis()))
                .isTrue();
    }

    /// Writes into its scratch folder and stays.
    static final class Scribbler {
        public static void main(String[] arguments) throws Exception {
            Store store = Store.open(Path.of(arguments[0]));
            Files.writeString(store.scratch().newFile(), "scribble");
            System.out.println("scribbled");
            ChildProcess.stay();
            store.close();
        }
    }
}
