package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Listening;
import dev.wadachi.store.Remote;
import dev.wadachi.store.Sharing;
import dev.wadachi.store.StoreException;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Outcomes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a machine believes of a team's store that is not the one that it knew: emptied, not mounted, or elsewhere.
class ForgottenTest {

    @TempDir
    private static Path servers;

    private static BucketServer server;

    @TempDir
    private Path folder;

    enum Sort {
        BUCKET,
        FOLDER
    }

    @BeforeAll
    static void startServer() throws Exception {
        server = BucketServer.start(servers);
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    private Path place(Sort sort) {
        return switch (sort) {
            case BUCKET -> server.file(folder.getFileName().toString());
            case FOLDER -> share();
        };
    }

    private Path share() {
        return folder.resolve("mounted/team");
    }

    private Machine machine(Sort sort, String name, Sharing sharing) {
        return switch (sort) {
            case BUCKET ->
                Machine.in(
                        folder.resolve(name),
                        "s3://" + BucketServer.BUCKET + "/" + folder.getFileName(),
                        "http://127.0.0.1:" + server.port(),
                        sharing);
            case FOLDER ->
                new Machine(folder.resolve(name), Remote.of(share().toUri().toString(), sharing));
        };
    }

    private Task<String> goal() {
        String tally = folder.resolve("tally").toString();
        return new Work.Doubled(new Work.Source(7, tally), tally);
    }

    private static void empty(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_pushed_to_a_store_that_was_emptied_is_pushed_again(Sort sort) throws IOException {
        Machine laptop = machine(sort, "laptop", Sharing.READ);
        laptop.run(goal()).orThrow();
        Transferred first;
        try (TeamStore team = laptop.team()) {
            first = team.push(Progress.silent());
        }
        empty(place(sort));
        var said = new ArrayList<String>();

        try (TeamStore team = laptop.team(said)) {
            assertThat(team.push(Progress.silent())).isEqualTo(first);
            assertThat(team.push(Progress.silent()).isNothing()).isTrue();
            assertThat(team.compare().here().isNothing()).isTrue();
            assertThat(team.check(Mending.NONE, Progress.silent()).problems()).isEmpty();
        }
        assertThat(said).singleElement().asString().contains("made a new store at ");
        Report report = machine(sort, "other", Sharing.READ).run(goal()).orThrow();
        assertThat(Outcomes.of(report)).hasToString("hit Doubled, Source");
    }

    @ParameterizedTest
    @EnumSource
    void a_run_writes_no_trace_to_an_emptied_store_without_its_bytes(Sort sort) throws IOException {
        Machine ci = machine(sort, "ci", Sharing.WRITE);
        Files.createDirectories(place(sort));
        ci.run(goal()).orThrow();
        empty(place(sort));
        Files.createDirectories(place(sort));

        try (Wadachi wadachi = ci.open()) {
            wadachi.run(Request.of(goal()).rerun("Source")).orThrow();
        }

        try (TeamStore team = ci.team()) {
            assertThat(team.check(Mending.NONE, Progress.silent()).problems()).isEmpty();
            team.push(Progress.silent());
            assertThat(team.compare().here().isNothing()).isTrue();
        }
    }

    @Test
    void a_run_does_not_make_the_folder_of_a_share_that_is_not_mounted() throws IOException {
        Machine ci = machine(Sort.FOLDER, "ci", Sharing.WRITE);
        var said = new ArrayList<String>();

        try (Wadachi wadachi = ci.open();
                Listening _ = wadachi.store().tell(said::add)) {
            wadachi.run(Request.of(goal())).orThrow();
        }

        assertThat(share()).doesNotExist();
        assertThat(said)
                .anySatisfy(text -> assertThat(text)
                        .contains("there is no folder " + share(), "mounted", "`wadachi store push` brings it"));
        try (TeamStore team = ci.team()) {
            assertThatThrownBy(team::compare)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("there is no folder " + share());
        }
        Files.createDirectories(share());
        try (TeamStore team = ci.team()) {
            assertThat(team.push(Progress.silent()).results()).isEqualTo(2);
        }
    }

    @Test
    void a_share_that_comes_back_gets_what_a_stranger_in_its_place_was_given() throws IOException {
        Machine ci = machine(Sort.FOLDER, "ci", Sharing.WRITE);
        Files.createDirectories(share());
        ci.run(new Work.Source(1, folder.resolve("tally").toString())).orThrow();
        Path away = Files.move(share(), folder.resolve("away"));
        var said = new ArrayList<String>();
        try (TeamStore team = ci.team(said)) {
            ci.run(goal()).orThrow();
            team.push(Progress.silent());
        }
        assertThat(said).singleElement().asString().isEqualTo("made a new store at " + share());
        empty(share());
        Files.move(away, share());

        try (TeamStore team = ci.team()) {
            assertThat(team.push(Progress.silent()).results()).isGreaterThanOrEqualTo(2);
            assertThat(team.compare().here().isNothing()).isTrue();
            assertThat(team.check(Mending.NONE, Progress.silent()).problems()).isEmpty();
        }
    }

    @Test
    void a_share_that_cannot_be_written_to_is_said_to_be_so() throws IOException {
        Machine laptop = machine(Sort.FOLDER, "laptop", Sharing.READ);
        laptop.run(goal()).orThrow();
        Files.createDirectories(share());
        Files.writeString(share().resolve("blobs"), "in the way");

        try (TeamStore team = laptop.team()) {
            assertThatThrownBy(() -> team.push(Progress.silent()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(
                            share() + " cannot be written to; is there room, and may this user write there?")
                    .hasMessageNotContaining("java.nio");
        }
    }

    @Test
    void what_a_check_finds_missing_is_brought_by_the_next_push() throws IOException {
        Machine laptop = machine(Sort.FOLDER, "laptop", Sharing.READ);
        laptop.run(goal()).orThrow();
        try (TeamStore team = laptop.team()) {
            team.push(Progress.silent());
        }
        empty(share().resolve("blobs"));
        try (TeamStore team = laptop.team()) {
            assertThat(team.check(Mending.NONE, Progress.silent()).problems()).isNotEmpty();
        }

        try (TeamStore team = laptop.team()) {
            team.push(Progress.silent());
            assertThat(team.check(Mending.NONE, Progress.silent()).problems()).isEmpty();
        }
    }

    @Test
    void a_damaged_result_is_written_again_where_it_is_right() throws IOException {
        Machine laptop = machine(Sort.FOLDER, "laptop", Sharing.READ);
        laptop.run(goal()).orThrow();
        try (TeamStore team = laptop.team()) {
            team.push(Progress.silent());
        }
        Path trace = onlyTrace("Doubled");
        byte[] right = Files.readAllBytes(trace);
        Files.delete(trace);
        Files.writeString(trace, new String(right, StandardCharsets.UTF_8).replace("text", "tent"));

        try (TeamStore team = laptop.team()) {
            assertThat(team.check(Mending.NONE, Progress.silent()).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.what()).contains("checksum"));
            assertThat(team.check(Mending.FROM_HERE, Progress.silent()).problems())
                    .singleElement()
                    .extracting(Checked.Problem::repair)
                    .isEqualTo(Checked.Repair.MENDED);
            assertThat(team.check(Mending.NONE, Progress.silent()).problems()).isEmpty();
        }
        assertThat(trace).hasBinaryContent(right);
    }

    @Test
    void a_result_of_a_newer_version_is_not_written_over() throws IOException {
        Machine laptop = machine(Sort.FOLDER, "laptop", Sharing.READ);
        laptop.run(goal()).orThrow();
        try (TeamStore team = laptop.team()) {
            team.push(Progress.silent());
        }
        Path trace = onlyTrace("Doubled");
        Files.delete(trace);
        String newer = sealed("{\n  \"task\": {\"of\": \"the future\"}");
        Files.writeString(trace, newer);

        try (TeamStore team = laptop.team()) {
            assertThat(team.check(Mending.FROM_HERE, Progress.silent()).problems())
                    .singleElement()
                    .extracting(Checked.Problem::repair)
                    .isEqualTo(Checked.Repair.LEFT);
        }
        assertThat(trace).hasContent(newer);
    }

    /// The form of all traces: JSON that ends in the checksum of what comes before.
    private static String sealed(String body) {
        var checksum = new CRC32C();
        checksum.update(body.getBytes(StandardCharsets.UTF_8));
        return body + ",\n  \"checksum\": \"crc32c:%08x\"\n}\n".formatted(checksum.getValue());
    }

    private Path onlyTrace(String task) throws IOException {
        try (Stream<Path> files = Files.walk(share().resolve("traces").resolve(task))) {
            List<Path> traces = files.filter(Files::isRegularFile).toList();
            return Set.copyOf(traces).iterator().next();
        }
    }
}
