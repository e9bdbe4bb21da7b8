package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.task.Blob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What reaches the disk when can only be seen by cutting the power; here is seen that forcing it breaks nothing.
class SyncingTest {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void a_batch_of_many_files_is_forced() {
        try (Store store = Store.open(folder)) {
            for (int i = 0; i < 600; i++) {
                store.blobs().put(("content " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            store.sync();
            store.sync();
        }
    }

    @Test
    void a_file_that_is_gone_before_its_batch_is_no_trouble() throws IOException {
        try (Store store = Store.open(folder)) {
            Blob blob = store.blobs().put(new byte[9]);
            Files.delete(blob.file());
            store.sync();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1})
    void a_durable_store_keeps_small_and_large(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        try (Store store = Store.open(folder, StoreOptions.standard().durable())) {
            Blob put = store.blobs().put(content);
            Path file = Files.write(store.scratch().newFile(), content);

            assertThat(store.blobs().adopt(file).digest()).isEqualTo(put.digest());
            assertThat(put.bytes()).isEqualTo(content);
        }
    }

    @Test
    void an_interrupted_thread_can_still_write() throws Exception {
        try (Store store = Store.open(folder, StoreOptions.standard().durable())) {
            Thread.currentThread().interrupt();
            Blob blob = store.blobs().put(new byte[9]);
            store.traces().append(Samples.trace("Train", "a", "one"), 0);
            assertThat(Thread.interrupted()).isTrue();

            assertThat(blob.bytes()).hasSize(9);
        }
    }
}
