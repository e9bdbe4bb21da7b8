package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small stores of every released format lie in `src/test/resources/stores/<format>`; see [StoreOfThisFormat].
class FormatTest {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void a_new_store_keeps_git_from_taking_it() throws IOException {
        Store.open(folder).close();
        assertThat(folder.resolve(".gitignore")).hasContent("*");

        Files.delete(folder.resolve(".gitignore"));
        Store.open(folder).close();
        assertThat(folder.resolve(".gitignore")).as("somebody wants it in Git").doesNotExist();
    }

    @Test
    void a_new_store_says_its_format() {
        Store.open(folder).close();

        assertThat(folder.resolve("FORMAT")).hasContent("{\n  \"format\": 1\n}\n");
    }

    @Test
    void a_newer_format_is_refused_with_what_to_do() throws IOException {
        Files.writeString(folder.resolve("FORMAT"), "{\"format\": 2}");

        assertThatThrownBy(() -> Store.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "The store " + folder.toRealPath() + " has format 2, but this Wadachi knows formats 0 and 1."
                                + " Use a newer Wadachi, or another store (--store).");
    }

    @Test
    void the_format_before_this_is_read_and_members_that_are_not_known_are_left_alone() throws IOException {
        Files.writeString(folder.resolve("FORMAT"), "{\"format\": 0, \"more\": true}");

        Store.open(folder).close();

        assertThat(folder.resolve("FORMAT")).content().contains("more");
    }

    @Test
    void what_is_no_format_is_refused_with_what_to_do() throws IOException {
        Files.writeString(folder.resolve("FORMAT"), "hello");

        assertThatThrownBy(() -> Store.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(
                        "The file FORMAT in " + folder.toRealPath() + " is not {\"format\": <number>}: ")
                .hasMessageEndingWith(
                        "Is this the folder of a store? If it is, restore the file; if not, choose another folder (--store).");
    }

    @Test
    void a_store_of_format_1_is_read_in_all_its_parts() throws Exception {
        copy("1");
        try (Store store = Store.open(folder)) {
            Recorded train = store.traces()
                    .history(new Key("Train", Digest.of("key of Train")), StoreOfThisFormat.FINGERPRINT.total())
                    .newest()
                    .orElseThrow();

            assertThat(train.trace()).isEqualTo(StoreOfThisFormat.trace());
            Stored.Parts value =
                    (Stored.Parts) store.blobs().open(train.trace().output()).orElseThrow();
            assertThat(((Stored.Whole) Objects.requireNonNull(value.parts().get("weights")))
                            .blob()
                            .bytes())
                    .asString()
                    .isEqualTo("1 2 3");
            assertThat(store.accepts().equivalents("Train", "code", "new")).containsExactly("old");
            assertThat(store.revocations().all()).hasSize(1);
            assertThat(store.pins().all()).hasSize(1);
            RunRecord run = store.runs().newestFirst().findFirst().orElseThrow();
            assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.summary().orElseThrow().outcomes()).isEqualTo(Map.of(Outcome.RAN, 1));
            var outcomes = new ArrayList<TaskOutcome>();
            store.runs().outcomes(run.id(), outcomes::add);
            assertThat(outcomes)
                    .singleElement()
                    .extracting(TaskOutcome::result)
                    .isEqualTo(java.util.Optional.of(train.id()));
        }
    }

    private void copy(String format) throws IOException, URISyntaxException {
        Path kept = Path.of(Objects.requireNonNull(FormatTest.class.getResource("/stores/" + format))
                .toURI());
        try (var files = Files.walk(kept)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(kept.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
