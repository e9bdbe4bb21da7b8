package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Listening;
import dev.wadachi.store.Sharing;
import dev.wadachi.store.StoreException;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Outcomes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a bucket can do wrong: errors, silence, cut connections, slow answers.
class FaultsTest {

    @RegisterExtension
    private final TeamBucket bucket = new TeamBucket();

    @TempDir
    private Path folder;

    private int readers;

    private Machine machine(String name, Sharing sharing) {
        return bucket.machine(folder.resolve(name), sharing);
    }

    private Task<String> goal(int number) {
        String tally = folder.resolve("tally").toString();
        return new Work.Doubled(new Work.Source(number, tally), tally);
    }

    static Stream<Line.Fate> faults() {
        return Stream.of(
                new Line.Fate.Failed(500),
                new Line.Fate.Silent(),
                new Line.Fate.CutBefore(),
                new Line.Fate.CutAfter(),
                new Line.Fate.Slow(Duration.ofMillis(300)));
    }

    /// The first request of a kind goes wrong, all others are answered.
    private void first(Predicate<Line.Seen> kind, Line.Fate fate) {
        var hasBeen = new AtomicBoolean();
        bucket.line().decide(seen -> kind.test(seen) && hasBeen.compareAndSet(false, true) ? fate : Line.PASSED);
    }

    private static Predicate<Line.Seen> asks(String method, String part) {
        return seen -> seen.method().equals(method) && seen.target().contains(part);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_request_that_goes_wrong_once_is_made_again(Line.Fate fault) throws IOException {
        first(asks("PUT", "/traces/"), fault);

        machine("ci", Sharing.WRITE).run(goal(1)).orThrow();

        assertThat(bucket.count("traces")).isEqualTo(2);
        assertHitsEverythingOf(goal(1));
    }

    static Stream<Arguments> matrix() {
        return Stream.of("PUT /traces/", "PUT /blobs/", "PUT /runs/", "PUT /leases/", "PUT /FORMAT", "DELETE /leases/")
                .map(words -> words.split(" "))
                .flatMap(words -> faults().map(fault -> Arguments.of(words[0], words[1], fault)));
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("matrix")
    void any_write_may_go_wrong_once_in_any_way(String method, String part, Line.Fate fault) throws IOException {
        first(asks(method, part), fault);

        machine("ci", Sharing.WRITE).run(goal(1)).orThrow();

        bucket.line().decide(_ -> Line.PASSED);
        assertHitsEverythingOf(goal(1));
    }

    static Stream<Arguments> readings() {
        return Stream.of("GET list-type", "GET /traces/", "HEAD /blobs/", "GET /blobs/", "GET /FORMAT")
                .map(words -> words.split(" "))
                .flatMap(words -> faults().map(fault -> Arguments.of(words[0], words[1], fault)));
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("readings")
    void any_reading_may_go_wrong_once_in_any_way(String method, String part, Line.Fate fault) throws IOException {
        machine("ci", Sharing.WRITE).run(goal(1)).orThrow();

        first(asks(method, part), fault);

        assertHitsEverythingOf(goal(1));
    }

    @Test
    void a_bucket_that_is_gone_fails_no_run_and_gets_it_all_later() throws IOException {
        Machine ci = machine("ci", Sharing.WRITE);
        bucket.line().decide(_ -> new Line.Fate.Failed(503));
        var said = new ArrayList<String>();

        try (Wadachi wadachi = ci.open();
                Listening _ = wadachi.store().tell(said::add)) {
            Report report = wadachi.run(Request.of(goal(1))).orThrow();
            assertThat(report.value(goal(1))).isEqualTo("number 1 and number 1");
        }

        assertThat(said).anySatisfy(text -> assertThat(text).contains("503", "kept here"));
        assertThat(bucket.count()).isZero();
        bucket.line().decide(_ -> Line.PASSED);
        ci.run(goal(2)).orThrow();
        try (TeamStore team = ci.team()) {
            assertThat(team.compare().pending()).isZero();
            assertThat(team.compare().here().results()).isZero();
        }
        assertHitsEverythingOf(goal(1), goal(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"format\": 99}", "no format", "[]", "{\"format\": 1.5}", "{\"format\": \"1\"}"})
    void a_bucket_of_a_form_that_nobody_here_knows_fails_no_run_and_is_told_once(String format) throws IOException {
        Files.createDirectories(bucket.file(""));
        Files.writeString(bucket.file("FORMAT"), format);
        for (Sharing sharing : List.of(Sharing.READ, Sharing.WRITE)) {
            Machine machine = machine(sharing.name(), sharing);
            for (int run = 0; run < 2; run++) {
                var said = new ArrayList<String>();
                try (Wadachi wadachi = machine.open();
                        Listening _ = wadachi.store().tell(said::add)) {
                    Report report = wadachi.run(Request.of(goal(1))).orThrow();
                    assertThat(report.value(goal(1))).isEqualTo("number 1 and number 1");
                }
                assertThat(said)
                        .singleElement()
                        .asString()
                        .contains("the team's store cannot be used", bucket.prefix(), "go on with what is kept here");
            }
            try (TeamStore team = machine.team()) {
                assertThatExceptionOfType(StoreException.class).isThrownBy(() -> team.push(Progress.silent()));
            }
        }
        assertThat(bucket.count()).as("FORMAT alone").isEqualTo(1);
    }

    @Test
    void a_bucket_that_fails_half_way_loses_nothing() throws IOException {
        failsAfter(3);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("instants")
    void a_bucket_may_fail_at_any_request(int requests) throws IOException {
        failsAfter(requests);
    }

    static IntStream instants() {
        return IntStream.rangeClosed(0, 30);
    }

    private void failsAfter(int requests) throws IOException {
        var left = new AtomicInteger(requests);
        bucket.line().decide(_ -> left.decrementAndGet() >= 0 ? Line.PASSED : new Line.Fate.CutBefore());
        Machine ci = machine("ci", Sharing.WRITE);

        ci.run(goal(1)).orThrow();

        bucket.line().decide(_ -> Line.PASSED);
        try (TeamStore team = ci.team()) {
            team.push(Progress.silent());
            assertThat(team.check(Mending.NONE, Progress.silent()).problems()).isEmpty();
        }
        assertHitsEverythingOf(goal(1));
    }

    @Test
    void a_push_that_is_cut_off_goes_on_where_it_was() throws IOException {
        Machine laptop = machine("laptop", Sharing.READ);
        laptop.run(new Work.ManyFiles(60, 0, 1)).orThrow();
        var left = new AtomicInteger(40);
        bucket.line().decide(_ -> left.decrementAndGet() >= 0 ? Line.PASSED : new Line.Fate.CutBefore());
        try (TeamStore team = laptop.team()) {
            assertThat(catchThrowable(() -> team.push(Progress.silent())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("the same command goes on");
        }
        bucket.line().decide(_ -> Line.PASSED);

        try (TeamStore team = laptop.team()) {
            assertThat(team.push(Progress.silent()).blobs()).isLessThan(60);
            assertThat(team.compare().here().isNothing()).isTrue();
        }
    }

    private void assertHitsEverythingOf(Task<?>... goals) throws IOException {
        Machine reader = machine("reader-" + readers++, Sharing.READ);
        List<String> ran = new ArrayList<>();
        try (Wadachi wadachi = reader.open()) {
            for (Task<?> goal : goals) {
                Report report = wadachi.run(Request.of(goal)).orThrow();
                ran.addAll(Outcomes.of(report).ran());
                assertThat(report.value(goal)).isNotNull();
            }
        }
        assertThat(ran)
                .as("computed again, although it should be in the bucket")
                .isEmpty();
    }
}
