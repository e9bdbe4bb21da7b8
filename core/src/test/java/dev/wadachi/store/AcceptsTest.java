package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptsTest {

    private static final Instant NOW = Instant.parse("2026-11-04T09:30:12Z");

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
    void nothing_is_equal_until_somebody_says_so() {
        assertThat(store.accepts().isEmpty()).isTrue();
        assertThat(store.accepts().equivalents("Train", "code", "a")).isEmpty();
    }

    @Test
    void equality_goes_both_ways_and_through_others_nearest_first() {
        store.accepts().accept(accept("Train", "code", "a", "b"));
        store.accepts().accept(accept("Train", "code", "b", "c"));

        assertThat(store.accepts().equivalents("Train", "code", "c")).containsExactly("b", "a");
        assertThat(store.accepts().equivalents("Train", "code", "a")).containsExactly("b", "c");
        assertThat(store.accepts().equivalents("Train", "code", "d")).isEmpty();
    }

    @Test
    void an_accept_concerns_its_task_and_entry_or_every_task() {
        store.accepts().accept(accept("Train", "code", "a", "b"));
        store.accepts().accept(accept(Accept.EVERY_TASK, "library.guava", "1", "2"));

        assertThat(store.accepts().equivalents("Evaluate", "code", "a")).isEmpty();
        assertThat(store.accepts().equivalents("Train", "version", "a")).isEmpty();
        assertThat(store.accepts().equivalents("Evaluate", "library.guava", "2"))
                .containsExactly("1");
    }

    @Test
    void a_withdrawn_accept_counts_no_more_and_both_files_stay() throws IOException {
        String id = store.accepts().accept(accept("Train", "code", "a", "b"));

        store.accepts().withdraw(id, "it was not the same", "user");

        assertThat(store.accepts().equivalents("Train", "code", "a")).isEmpty();
        try (var files = Files.list(folder.resolve("accepts"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(id + ".json", id + ".withdrawn.json");
        }
        assertThatThrownBy(() -> store.accepts().withdraw(id, "again", "user"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("There is no '" + id + "' in accepts");
    }

    @Test
    void an_accept_is_a_file_that_can_be_shared(@TempDir Path other) throws IOException {
        String id = store.accepts().accept(accept("Train", "code", "a", "b"));
        Path file = folder.resolve("accepts/" + id + ".json");

        assertThat(id).startsWith("2026-11-04-");
        assertThat(file).content().startsWith("""
                {
                  "task": "Train",
                  "entry": "code",
                  "from": "a",
                  "to": "b",
                  "reason": "a comment became a method",
                  "by": "user",
                  "at": "2026-11-04T09:30:12Z",
                """);
        Files.createDirectories(other.resolve("accepts"));
        Files.copy(file, other.resolve("accepts/" + id + ".json"));
        try (Store theirs = Store.open(other)) {
            assertThat(theirs.accepts().all()).containsOnlyKeys(id);
        }
    }

    @Test
    void another_store_on_the_folder_sees_an_accept_that_was_made_before_it_looked() {
        try (Store second = Store.open(folder)) {
            second.accepts().accept(accept("Train", "code", "a", "b"));

            assertThat(store.accepts().equivalents("Train", "code", "a")).containsExactly("b");
        }
    }

    @Test
    void a_damaged_accept_is_an_error_that_says_what_to_do() throws IOException {
        String id = store.accepts().accept(accept("Train", "code", "a", "b"));
        Files.writeString(folder.resolve("accepts/" + id + ".json"), "{}");

        assertThatThrownBy(() -> store.accepts().all())
                .isInstanceOf(StoreException.class)
                .hasMessage("The file accepts/" + id + ".json in " + folder.toRealPath()
                        + " is damaged: its checksum does not hold. Bring it back from where you share it, or remove it and"
                        + " state it again.");
    }

    @Test
    void an_accept_without_a_reason_or_of_one_value_is_refused() {
        assertThatThrownBy(() -> new Accept("Train", "code", "a", "b", " ", "user", NOW))
                .hasMessage("an accept needs a reason, so that others can judge it");
        assertThatThrownBy(() -> accept("Train", "code", "a", "a"))
                .hasMessage("entry 'code' of Train has the value 'a' on both sides; there is nothing to accept");
    }

    private static Accept accept(String task, String entry, String from, String to) {
        return new Accept(task, entry, from, to, "a comment became a method", "user", NOW);
    }
}
