package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Files put into a bucket, of which some requests go wrong.
@Timeout(60)
class BucketSinkTest {

    /// A file for each word.
    record Words(List<String> words) implements Task<Folder> {
        @Override
        public Folder run(Context in) throws IOException {
            Path folder = Files.createDirectories(in.scratch().resolve("words"));
            for (String word : words) {
                Files.writeString(folder.resolve(word + ".txt"), word);
            }
            return new Folder(folder);
        }
    }

    @RegisterExtension
    private final TeamBucket bucket = new TeamBucket();

    @TempDir
    private Path folder;

    private String prefix = "words";

    private Outcome put(String... words) {
        return put("store", Map.of(), words);
    }

    private Outcome put(String store, Map<String, String> more, String... words) {
        Map<String, String> resource = new TreeMap<>(
                Map.of("location", bucket.location(), "endpoint", bucket.line().address(), "attempts", "2"));
        resource.putAll(more);
        Settings settings = Settings.of(folder).withStore(folder.resolve(store)).withResource("exports", resource);
        try (Wadachi wadachi = Wadachi.open(settings)) {
            return wadachi.run(Request.of(new BucketSink(new Words(List.of(words)), "exports", prefix)))
                    .orThrow()
                    .tasks()
                    .getLast()
                    .outcome();
        }
    }

    private Path object(String name) {
        return bucket.file(prefix + "/" + name);
    }

    private List<String> written() {
        return bucket.line().requests().stream()
                .filter(seen -> !seen.method().equals("GET") && !seen.method().equals("HEAD"))
                .map(seen -> seen.method() + " "
                        + seen.target().replaceAll(".*/" + prefix + "/", "").replaceAll("\\?.*", ""))
                .toList();
    }

    @Test
    void the_manifest_goes_first_and_comes_last() throws IOException {
        assertThat(put("beer", "milk")).isEqualTo(Outcome.RAN);
        assertThat(object("beer.txt")).hasContent("beer");
        assertThat(put("beer", "milk")).isEqualTo(Outcome.HIT);

        bucket.line().forget();
        assertThat(put("beer", "tea")).isEqualTo(Outcome.RAN);
        assertThat(written())
                .as("what is there is not sent again, and what is no longer wanted goes")
                .containsExactly(
                        "PUT .delivery",
                        "DELETE manifest.json",
                        "PUT tea.txt",
                        "DELETE milk.txt",
                        "PUT manifest.json",
                        "DELETE .delivery");
        assertThat(Manifest.parse(Files.readAllBytes(object("manifest.json"))).files())
                .containsOnlyKeys("beer.txt", "tea.txt");
    }

    @Test
    void what_lies_in_a_store_is_left_to_the_store_and_no_prefix_leads_upwards() throws IOException {
        Path store = bucket.file("store-" + prefix);
        Files.createDirectories(store);
        Files.writeString(store.resolve("FORMAT"), "{\"format\": 1}");
        String within = "store-" + prefix + "/blobs";
        prefix = within;

        assertThatThrownBy(() -> put("beer"))
                .hasMessageContaining(within + " lies in a store, which keeps its own files there");
        assertThat(store).isDirectoryNotContaining(file -> !file.endsWith("FORMAT"));
        for (String upwards : List.of("../blobs", "a/../../b", "a//b", "./a")) {
            assertThatThrownBy(() -> new BucketSink(new Words(List.of()), "exports", upwards))
                    .hasMessageContaining("without steps upwards, but was '" + upwards + "'");
        }
    }

    @Test
    void what_somebody_changed_in_the_bucket_is_put_again_and_what_is_not_ours_stays() throws IOException {
        put("beer", "milk");
        Files.writeString(object("notes.txt"), "mine");
        assertThat(put("beer", "milk")).isEqualTo(Outcome.HIT);

        Files.delete(object("milk.txt"));
        assertThat(put("beer", "milk")).isEqualTo(Outcome.RAN);
        assertThat(object("milk.txt")).hasContent("milk");
        assertThat(object("notes.txt")).hasContent("mine");

        Files.delete(object("manifest.json"));
        assertThat(put("beer", "milk")).isEqualTo(Outcome.RAN);
        assertThat(put("beer", "milk")).isEqualTo(Outcome.HIT);
    }

    @Test
    void a_bucket_that_shows_it_already_is_left_alone_by_another_store() {
        put("beer", "milk");
        bucket.line().forget();
        assertThat(put("elsewhere", Map.of(), "beer", "milk")).isEqualTo(Outcome.RAN);
        assertThat(written()).isEmpty();
    }

    @Test
    void a_sink_that_fails_half_way_leaves_no_manifest_and_completes_on_the_next_run() {
        put("beer", "milk");
        CountDownLatch isUnderWay = new CountDownLatch(1);
        bucket.line().decide(seen -> {
            if (seen.method().equals("PUT") && seen.target().contains("water.txt")) {
                wait(isUnderWay);
                return new Line.Fate.Failed(500);
            }
            if (seen.target().contains("ale.txt")) {
                isUnderWay.countDown();
            }
            return Line.PASSED;
        });
        assertThatThrownBy(() -> put("ale", "water")).hasMessageContaining("500");
        assertThat(object("ale.txt")).exists();
        assertThat(object("manifest.json")).doesNotExist();

        bucket.line().decide(_ -> Line.PASSED);
        assertThat(put("cola", "water")).isEqualTo(Outcome.RAN);
        assertThat(object("water.txt")).hasContent("water");
        assertThat(object("ale.txt")).as("left by the one that failed").doesNotExist();
        assertThat(object("beer.txt")).doesNotExist();
        assertThat(object(".delivery")).doesNotExist();
    }

    @Test
    void a_request_that_goes_wrong_once_is_made_again() {
        Set<String> put = ConcurrentHashMap.newKeySet();
        bucket.line()
                .decide(seen ->
                        seen.method().equals("PUT") && put.add(seen.target()) ? new Line.Fate.CutAfter() : Line.PASSED);
        assertThat(put("beer", "milk")).isEqualTo(Outcome.RAN);
        bucket.line().decide(_ -> Line.PASSED);
        assertThat(put("beer", "milk")).isEqualTo(Outcome.HIT);
    }

    @Test
    void credentials_of_the_resource_win_over_the_usual_ones() {
        assertThatThrownBy(() -> put(
                        "store",
                        Map.of("access-key-id", "somebody", "secret-access-key", "another-secret-of-the-tests"),
                        "beer"))
                .hasMessageContaining("are there credentials, and do they allow it?")
                .hasMessageNotContaining("another-secret-of-the-tests");
        assertThatThrownBy(() -> put("store", Map.of("regoin", "x"), "beer")).hasMessageContaining("regoin");
        assertThatThrownBy(() -> new BucketSink(new Words(List.of()), "exports", "/x/"))
                .hasMessageContaining("without a slash around it");
    }

    @Test
    void several_objects_are_on_their_way_at_once() {
        CountDownLatch together = new CountDownLatch(4);
        bucket.line().decide(seen -> {
            if (seen.method().equals("PUT") && seen.target().contains(".txt")) {
                together.countDown();
                wait(together);
            }
            return Line.PASSED;
        });
        assertThat(put("beer", "cola", "milk", "rum", "tea")).isEqualTo(Outcome.RAN);
        assertThat(together.getCount()).isZero();
        assertThat(object("rum.txt")).hasContent("rum");
    }

    private static void wait(CountDownLatch others) {
        try {
            assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void one_of_many_objects_that_is_not_taken_leaves_no_manifest() {
        bucket.line().decide(seen -> seen.target().contains("milk.txt") ? new Line.Fate.Failed(403) : Line.PASSED);
        assertThatThrownBy(() -> put("beer", "cola", "milk", "rum", "tea")).hasMessageContaining("does not allow it");
        assertThat(object("manifest.json")).doesNotExist();
        assertThat(object(".delivery")).hasContent("beer.txt\ncola.txt\nmilk.txt\nrum.txt\ntea.txt");

        bucket.line().decide(_ -> Line.PASSED);
        assertThat(put("beer", "tea")).isEqualTo(Outcome.RAN);
        assertThat(object("rum.txt")).doesNotExist();
    }
}
