package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.store.Remote;
import dev.wadachi.store.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same of a bucket and of a folder.
class StorageTest {

    @TempDir
    private static Path folder;

    private static BucketServer server;

    enum Sort {
        BUCKET,
        FOLDER
    }

    @BeforeAll
    static void start() throws Exception {
        server = BucketServer.start(folder.resolve("server"));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static ObjectStorage open(Sort sort, String prefix) throws IOException {
        Remote remote = switch (sort) {
            case BUCKET ->
                Remote.of("s3://" + BucketServer.BUCKET + "/" + prefix, Sharing.WRITE)
                        .with("endpoint", "http://127.0.0.1:" + server.port());
            case FOLDER ->
                Remote.of(folder.resolve("shared").resolve(prefix).toUri().toString(), Sharing.WRITE);
        };
        ObjectStorage storage = Location.of(remote, _ -> null).open();
        storage.make();
        return storage;
    }

    @ParameterizedTest
    @EnumSource
    void an_object_is_absent_then_there_then_gone(Sort sort) throws IOException {
        try (ObjectStorage storage = open(sort, "life")) {
            assertThat(storage.read("traces/a")).isEmpty();
            assertThat(storage.facts("traces/a")).isEmpty();
            assertThat(storage.list("traces")).isEmpty();

            storage.write("traces/a", bytes("first"));

            assertThat(storage.read("traces/a")).contains(bytes("first"));
            assertThat(storage.facts("traces/a").orElseThrow().size()).isEqualTo(5);
            storage.delete("traces/a");
            storage.delete("traces/a");
            assertThat(storage.read("traces/a")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_two_conditional_writers_the_first_wins(Sort sort) throws IOException {
        try (ObjectStorage storage = open(sort, "race")) {
            assertThat(storage.writeIfAbsent("traces/1.json", bytes("mine"))).isTrue();
            assertThat(storage.writeIfAbsent("traces/1.json", bytes("yours"))).isFalse();
            assertThat(storage.read("traces/1.json")).contains(bytes("mine"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_listing_goes_to_the_bottom_and_children_do_not(Sort sort) throws IOException {
        try (ObjectStorage storage = open(sort, "lists")) {
            for (String name : List.of("runs/1/run.json", "runs/1/events.jsonl", "runs/2/run.json", "runsX/3")) {
                storage.write(name, bytes(name));
            }
            assertThat(storage.list("runs").stream().map(StoredObject::name))
                    .containsExactlyInAnyOrder("runs/1/run.json", "runs/1/events.jsonl", "runs/2/run.json");
            assertThat(storage.list("runs"))
                    .allSatisfy(object ->
                            assertThat(object.size()).isEqualTo(object.name().length()));
            assertThat(storage.children("runs")).containsExactlyInAnyOrder("1", "2");
            assertThat(storage.children("nothing")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_large_file_travels_in_parts_and_comes_back_the_same(Sort sort) throws IOException {
        Path file = folder.resolve("large-" + sort);
        byte[] content = new byte[BucketStorage.PART + 4_000_000];
        new Random(20261121).nextBytes(content);
        Files.write(file, content);
        try (ObjectStorage storage = open(sort, "large")) {
            storage.upload("blobs/ab/cd", file);

            Path back = folder.resolve("back-" + sort);
            StoredObject facts = storage.facts("blobs/ab/cd").orElseThrow();
            assertThat(facts.size()).isEqualTo(content.length);
            assertThat(storage.download(facts, back)).isTrue();
            assertThat(back).hasBinaryContent(content);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_file_comes_back_empty(Sort sort) throws IOException {
        Path file = Files.createFile(folder.resolve("empty-" + sort));
        try (ObjectStorage storage = open(sort, "empty")) {
            storage.upload("blobs/e3/b0", file);

            Path back = folder.resolve("empty-back-" + sort);
            assertThat(storage.download(storage.facts("blobs/e3/b0").orElseThrow(), back))
                    .isTrue();
            assertThat(back).isEmptyFile();
        }
    }

    @Test
    void a_bucket_that_is_not_there_is_said_to_be_so() throws IOException {
        Remote remote =
                Remote.of("s3://no-such-bucket/x", Sharing.READ).with("endpoint", "http://127.0.0.1:" + server.port());
        try (ObjectStorage storage = Location.of(remote, _ -> null).open()) {
            assertThatThrownBy(() -> storage.read("FORMAT"))
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("s3://no-such-bucket/x")
                    .hasMessageContaining("is there such a bucket")
                    .hasMessageContaining("NoSuchBucket")
                    .hasMessageNotContainingAny("ConfigInvalid", "S3Error", "permanent");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
