package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.digest.Digest;
import dev.wadachi.task.Blob;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobsTest {

    private Path folder;
    private Store store;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary.resolve("store");
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void bytes_come_back_under_their_digest() throws IOException {
        Blob put = store.blobs().put(bytes("abc"));

        // The digest of "abc" in FIPS 180-4.
        assertThat(put.digest().hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        Blob found = store.blobs().find(put.digest()).orElseThrow();
        assertThat(found.bytes()).isEqualTo(bytes("abc"));
        assertThat(found.file()).hasContent("abc");
        assertThat(found.size()).isEqualTo(3);
    }

    @Test
    void equal_bytes_are_stored_once() throws IOException {
        store.blobs().put(bytes("abc"));
        store.blobs().put(bytes("abc"));

        assertThat(files("blobs")).isEqualTo(1);
    }

    @Test
    void a_file_is_taken_over_and_made_read_only() throws IOException {
        Path file = Files.writeString(store.scratch().newFile(), "content");

        Blob blob = store.blobs().adopt(file);

        assertThat(file).doesNotExist();
        assertThat(blob.file()).hasContent("content");
        assertThat(Files.getPosixFilePermissions(blob.file()))
                .noneMatch(permission -> permission.name().endsWith("WRITE"));
    }

    @Test
    void a_link_is_not_taken_over_but_what_it_points_to_is_copied(@TempDir Path elsewhere) throws IOException {
        Path original = Files.writeString(elsewhere.resolve("original"), "content");
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), original);

        Blob blob = store.blobs().adopt(link);
        Files.delete(original);
        Files.writeString(original, "changed");

        assertThat(blob.bytes()).isEqualTo(bytes("content"));
    }

    @Test
    void a_blob_of_another_length_is_missing_and_goes_to_quarantine() throws IOException {
        Blob blob = store.blobs().put(bytes("content"));
        Files.writeString(writable(blob.digest()), "cont");

        assertThat(store.blobs().find(blob.digest(), blob.size())).isEmpty();
        assertThat(store.blobs().find(blob.digest())).isEmpty();
        assertThat(files("trash")).isEqualTo(1);
    }

    @Test
    void a_blob_of_other_bytes_is_found_out_when_it_is_read_and_can_be_put_again() throws IOException {
        Blob blob = store.blobs().put(bytes("content"));
        Files.writeString(writable(blob.digest()), "CONTENT");

        assertThatThrownBy(blob::bytes)
                .isInstanceOf(LostBlobException.class)
                .hasMessage("The store " + folder.toRealPath() + " has lost blob "
                        + blob.digest().hex() + "; the task that gave it has to run again");
        assertThat(store.blobs().put(bytes("content")).file()).hasContent("content");
    }

    @Test
    void a_blob_that_lies_in_the_trash_comes_back_when_it_is_missed() throws IOException {
        Blob blob = store.blobs().put(bytes("content"));
        Path file = folder.resolve(Blobs.nameOf(blob.digest()));
        Path trashed = folder.resolve("trash/2026-11-04").resolve(Blobs.nameOf(blob.digest()));
        Files.createDirectories(trashed.getParent());
        Files.move(file, trashed);

        assertThat(store.blobs().find(blob.digest())).isPresent();
        assertThat(file).exists();
    }

    @Test
    void parts_are_blobs_of_their_own_under_a_manifest() throws IOException {
        Output output = store.blobs().put(parts(Map.of("left", "one", "inner/right", "three")));

        assertThat(output.bytes()).isEqualTo(8);
        assertThat(output.blobs()).containsExactlyInAnyOrder(output.digest(), Digest.of("one"), Digest.of("three"));
        assertThat(new String(store.blobs().find(output.digest()).orElseThrow().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {
                          "parts": {
                            "inner/right": {
                              "digest": "%s",
                              "bytes": 5
                            },
                            "left": {
                              "digest": "%s",
                              "bytes": 3
                            }
                          }
                        }
                        """.formatted(Digest.of("three").hex(), Digest.of("one").hex()));
        Stored.Parts opened = (Stored.Parts) store.blobs().open(output).orElseThrow();
        assertThat(opened.parts()).containsOnlyKeys("inner/right", "left");
    }

    @Test
    void an_output_with_a_missing_part_cannot_be_opened() throws IOException {
        Output output = store.blobs().put(parts(Map.of("left", "one", "right", "three")));
        Files.delete(writable(Digest.of("one")));

        assertThat(store.blobs().open(output)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/outside", "a/../../outside", "a//b", "", ".", "C:evil", "a\\..\\b"})
    void a_part_cannot_lie_outside(String name) {
        assertThatThrownBy(() -> store.blobs().put(parts(Map.of(name, "evil"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a part is named by a relative path of plain steps with '/' between them, but this is '"
                        + name + "'");
    }

    @Test
    void verifying_finds_a_changed_blob_and_quarantines_it() throws IOException {
        Blob sound = store.blobs().put(bytes("sound"));
        Blob changed = store.blobs().put(bytes("before"));
        Files.writeString(writable(changed.digest()), "after!");

        assertThat(store.blobs().verify(sound.digest())).isTrue();
        assertThat(store.blobs().verify(changed.digest())).isFalse();
        assertThat(store.blobs().find(changed.digest())).isEqualTo(Optional.empty());
    }

    private static Encoded.Parts parts(Map<String, String> contents) {
        var parts = new TreeMap<String, Encoded>();
        contents.forEach((name, content) -> parts.put(name, new Encoded.Bytes(bytes(content))));
        return new Encoded.Parts(parts);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private Path writable(Digest digest) {
        Path file = folder.resolve(Blobs.nameOf(digest));
        assertThat(file.toFile().setWritable(true)).isTrue();
        return file;
    }

    private long files(String under) throws IOException {
        try (var found = Files.walk(folder.resolve(under))) {
            return found.filter(Files::isRegularFile).count();
        }
    }
}
