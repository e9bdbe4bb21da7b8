package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.engine.Cause;
import dev.wadachi.engine.Force;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.table.TableService.Batch;
import dev.wadachi.table.TableService.Refusal;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Tables sent to a web service over a real connection.
@Timeout(60)
class HttpSinkTest {

    private static final String SECRET = "Bearer s3cret-of-the-service";

    record Numbers(int rows) implements Task<Table> {
        @Override
        public Table run(Context in) {
            return Table.query("select i, 'number ' || i as text from range(" + rows + ") t(i)", Map.of());
        }
    }

    @TempDir
    Path project;

    private TableService service;

    @BeforeEach
    void start() throws IOException {
        service = TableService.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Outcome outcome(HttpSink sink, String... more) {
        Map<String, String> settings =
                new TreeMap<>(Map.of("url", service.address("/bulk?user=x"), "authorization", SECRET));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        try (Wadachi wadachi = open(settings)) {
            return wadachi.run(Request.of(sink)).orThrow().tasks().getLast().outcome();
        }
    }

    private Wadachi open() {
        return open(Map.of("url", service.address("/bulk?user=x"), "authorization", SECRET));
    }

    private Wadachi open(Map<String, String> settings) {
        return Wadachi.open(
                Settings.of(project).withResource("numbers", settings).withSecret(SECRET));
    }

    private static HttpSink batches(int rows) {
        return new HttpSink(new Numbers(rows), "numbers", 2);
    }

    @Test
    void rows_arrive_in_batches_once() {
        assertThat(outcome(batches(5))).isEqualTo(Outcome.RAN);

        assertThat(service.batches()).hasSize(3).allSatisfy(batch -> {
            assertThat(batch.authorization()).isEqualTo(SECRET);
            assertThat(batch.type()).isEqualTo("application/x-ndjson");
        });
        assertThat(service.batches().getLast().lines()).isEqualTo("{\"i\":4,\"text\":\"number 4\"}\n");
        assertThat(service.rows()).hasSize(5);
        assertThat(outcome(batches(5))).isEqualTo(Outcome.HIT);
        assertThat(service.batches()).hasSize(3);
    }

    @Test
    void a_batch_that_finds_no_answer_or_a_later_is_sent_again_under_its_key() {
        service.refuse(new Refusal(503, ""), new Refusal(429, "slowly"), new Refusal(0, ""));

        assertThat(outcome(batches(2))).isEqualTo(Outcome.RAN);

        assertThat(service.batches().stream().map(Batch::key).distinct()).hasSize(1);
        assertThat(service.batches()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(service.rows()).hasSize(2);
    }

    @Test
    void a_refusal_is_told_in_the_services_words_and_the_next_run_completes_without_doubles() {
        service.refuse(new Refusal(200, ""), new Refusal(422, "row 1: no such number"));

        assertThatThrownBy(() -> outcome(batches(5)))
                .hasMessageContaining(
                        "batch 2 was not taken: the service 'numbers' answered 422: row 1: no such number")
                .hasMessageContaining("the batches before it were; the next run sends all of them again");
        assertThat(service.batches()).as("400s are not sent again").hasSize(2);

        assertThat(outcome(batches(5))).isEqualTo(Outcome.RAN);
        assertThat(service.rows()).hasSize(5);
    }

    @Test
    void what_somebody_changed_there_is_sent_again_when_the_service_tells_its_version() {
        String[] version = {"version", service.address("/version"), "empty", "404"};
        assertThat(outcome(batches(3), version)).isEqualTo(Outcome.RAN);
        assertThat(outcome(batches(3), version)).isEqualTo(Outcome.HIT);

        service.empty();
        assertThat(outcome(batches(3), version)).isEqualTo(Outcome.RAN);
        assertThat(service.rows())
                .as("new keys, or the service would take them for old")
                .hasSize(3);
        assertThat(outcome(batches(3), version)).isEqualTo(Outcome.HIT);
    }

    @Test
    void rows_that_were_sent_before_others_are_sent_again() {
        outcome(batches(2));
        outcome(batches(3));

        assertThat(outcome(batches(2))).as("the service holds the other rows").isEqualTo(Outcome.RAN);

        assertThat(service.batches()).hasSize(4);
        assertThat(service.batches().getFirst().lines())
                .isEqualTo(service.batches().getLast().lines());
        assertThat(service.batches().stream().map(Batch::key).distinct())
                .as("a service that heeds keys takes them again")
                .hasSize(4);
        assertThat(outcome(batches(2))).isEqualTo(Outcome.HIT);
    }

    @Test
    void what_is_asked_for_again_is_taken_again() {
        outcome(batches(2));
        try (Wadachi wadachi = open()) {
            wadachi.run(Request.of(batches(2)).with(new Force.Rerun("HttpSink")))
                    .orThrow();
        }
        assertThat(service.batches().stream().map(Batch::key).distinct()).hasSize(2);
        assertThat(outcome(batches(2))).isEqualTo(Outcome.HIT);
    }

    @Test
    void rows_are_sent_again_after_others_that_were_sent_half() {
        outcome(batches(2));
        service.refuse(new Refusal(200, ""), new Refusal(422, "no more"));
        assertThatThrownBy(() -> outcome(batches(4)));

        try (Wadachi wadachi = open()) {
            assertThat(wadachi.plan(batches(2)).steps().getLast().causes())
                    .extracting(Cause::text)
                    .singleElement()
                    .asString()
                    .contains("may not be as it was left: HttpSink(", "and did not complete")
                    .doesNotContain("user=x");
        }
        assertThat(outcome(batches(2))).isEqualTo(Outcome.RAN);
        assertThat(service.rows()).as("2, 2 of 4, and 2 again").hasSize(6);
    }

    @Test
    void a_version_that_is_not_there_is_refused_before_anything_is_sent() {
        assertThatThrownBy(() -> outcome(batches(1), "version", service.address("/version?token=x")))
                .hasMessageContaining("asked for its version at " + service.address("/version")
                        + ", the service 'numbers' answered 404; mend version in [resources.numbers]")
                .hasMessageContaining("empty = \"404\"")
                .hasMessageNotContaining("token=x");
        assertThat(service.batches()).isEmpty();
        assertThatThrownBy(() -> outcome(batches(1), "empty", "yes")).hasMessageContaining("but it says 'yes'");
    }

    @Test
    void secrets_and_queries_are_kept_nowhere() throws IOException {
        service.refuse(new Refusal(401, "'" + SECRET + "' is not allowed"));
        assertThatThrownBy(() -> outcome(batches(1)));
        outcome(batches(1));

        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SECRET, "user=x");
            }
        }
    }

    @Test
    void a_resource_that_says_something_else_is_told_what_it_may_say() {
        assertThatThrownBy(() -> outcome(batches(1), "tokn", "x"))
                .hasMessageContaining(
                        "may have version, empty and authorization, but it has [authorization, tokn, url]");
        assertThatThrownBy(() -> outcome(batches(1), "url", "ftp://x/"))
                .hasMessageContaining("begin with http:// or https://");
        assertThatThrownBy(() -> new HttpSink(new Numbers(1), "numbers", 0)).hasMessageContaining("at least 1 row");
        assertThatThrownBy(() -> TableFiles.of(new Numbers(1), "a.xlsx")).hasMessageContaining("a.xlsx");
    }
}
