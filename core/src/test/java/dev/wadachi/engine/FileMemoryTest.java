package dev.wadachi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FileState;
import dev.wadachi.digest.FolderListing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileMemoryTest {

    private static final Instant LONG_AGO = Instant.parse("2021-08-02T10:00:00.123Z");

    @TempDir
    private Path folder;

    private Path data;
    private Path memory;

    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        memory = folder.resolve("memory");
    }

    @Test
    void a_file_and_a_folder_have_the_digests_of_their_bytes() throws IOException {
        Path file = written("north/a.csv", "a,b");

        assertThat(FileMemory.in(memory).ofFile(file)).isEqualTo(Digest.of("a,b"));
        FolderListing listing = FileMemory.in(memory).ofFolder(data);
        assertThat(listing.text()).isEqualTo(Digest.of("a,b").hex() + " 3 north/a.csv\n");
        assertThat(listing).isEqualTo(Contents.reading().ofFolder(data));
        assertThat(FolderListing.parse(listing.text())).isEqualTo(listing);
    }

    @Test
    void what_was_touched_just_now_is_not_remembered() throws IOException {
        FileMemory contents = FileMemory.in(memory);
        contents.ofFile(written("a.csv", "a"));
        contents.keep();

        assertThat(FileState.of(data.resolve("a.csv")).isTrustedAt(Instant.now()))
                .isFalse();
        assertThat(memory).doesNotExist();
    }

    @Test
    void only_what_changed_is_read_again_by_a_later_process() throws IOException {
        IntStream.range(0, 300).forEach(i -> written("day" + i % 7 + "/" + i + ".jsonl", "line " + i));
        CountedReads reads = new CountedReads(new AtomicInteger());
        Digest before = later(reads).ofFolder(data).digest();
        assertThat(reads.count().getAndSet(0)).isEqualTo(300);

        assertThat(later(reads).ofFolder(data).digest()).isEqualTo(before);
        assertThat(reads.count().get()).as("nothing changed").isZero();

        written("day0/0.jsonl", "another line");
        assertThat(later(reads).ofFolder(data)).isEqualTo(Contents.reading().ofFolder(data));
        assertThat(reads.count().get()).as("one file changed").isEqualTo(1);
    }

    @Test
    void single_files_are_remembered_once_that_was_written_down() throws IOException {
        Path file = written("a.csv", "a");
        CountedReads reads = new CountedReads(new AtomicInteger());
        FileMemory first = later(reads);
        first.ofFile(file);
        first.keep();

        assertThat(later(reads).ofFile(file)).isEqualTo(Digest.of("a"));
        assertThat(reads.count().get()).isEqualTo(1);
    }

    /// A minute from now, when what was just written is old enough to be trusted.
    private FileMemory later(Contents reads) {
        return new FileMemory(memory, reads, () -> Instant.now().plusSeconds(60));
    }

    private record CountedReads(AtomicInteger count) implements Contents {

        @Override
        public Digest ofFile(Path file) throws IOException {
            count.incrementAndGet();
            return Digest.ofFile(file);
        }

        @Override
        public FolderListing ofFolder(Path folder) throws IOException {
            return Contents.reading().ofFolder(folder);
        }
    }

    @Test
    void a_damaged_memory_is_as_good_as_none() throws IOException {
        Path file = written("a.csv", "a");
        Files.createDirectories(memory);
        Files.writeString(memory.resolve("files.txt"), "wadachi file digests 1 deadbeef\n" + "0".repeat(64) + " 1 2");

        assertThat(FileMemory.in(memory).ofFile(file)).isEqualTo(Digest.of("a"));
    }

    @Test
    void touching_changes_nothing_and_changing_adding_renaming_or_removing_does() throws IOException {
        assertThatEveryChangeIsSeen(FileMemory.in(memory));
    }

    @Test
    void the_same_holds_where_states_are_trusted_and_the_last_listing_stands() throws IOException {
        assertThatEveryChangeIsSeen(later(Contents.reading()));
    }

    @Test
    void a_folder_that_is_as_it_was_is_not_listed_again() throws IOException {
        IntStream.range(0, 300).forEach(i -> written("day" + i % 7 + "/" + i + ".jsonl", "line " + i));
        FileMemory contents = later(Contents.reading());
        FolderListing first = contents.ofFolder(data);

        assertThat(contents.ofFolder(data)).isSameAs(first);
        written("day0/300.jsonl", "line 300");
        assertThat(contents.ofFolder(data))
                .isEqualTo(Contents.reading().ofFolder(data))
                .isNotEqualTo(first);
    }

    private void assertThatEveryChangeIsSeen(FileMemory contents) throws IOException {
        IntStream.range(0, 300).forEach(i -> written("day" + i % 7 + "/" + i + ".jsonl", "line " + i));
        Digest before = contents.ofFolder(data).digest();

        Files.setLastModifiedTime(data.resolve("day0/0.jsonl"), FileTime.from(LONG_AGO));
        assertThat(contents.ofFolder(data).digest()).isEqualTo(before);

        written("day0/0.jsonl", "line x");
        Digest changed = contents.ofFolder(data).digest();
        assertThat(changed).isNotEqualTo(before);

        Files.move(data.resolve("day0/0.jsonl"), data.resolve("day0/00.jsonl"));
        Digest renamed = contents.ofFolder(data).digest();
        assertThat(renamed).isNotEqualTo(changed);

        Files.delete(data.resolve("day0/00.jsonl"));
        written("day0/0.jsonl", "line 0");
        assertThat(contents.ofFolder(data).digest()).isEqualTo(before);
    }

    @Test
    void a_file_given_back_its_old_time_and_size_is_seen_where_change_times_are_kept() throws IOException {
        Path file = written("a.csv", "a");
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        FileState before = FileState.of(file);
        Files.writeString(file, "b");
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));

        boolean keepsChangeTimes = before.changed() != 0;
        assertThat(FileState.of(file).equals(before)).isEqualTo(!keepsChangeTimes);
    }

    @Test
    void links_to_folders_and_missing_folders_are_refused() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(data.resolve("link"), elsewhere);

        assertThatThrownBy(() -> FileMemory.in(memory).ofFolder(data))
                .hasMessageContaining("is a link to a folder, which is not followed");
        assertThatThrownBy(() -> FileMemory.in(memory).ofFolder(folder.resolve("nowhere")))
                .hasMessageContaining("there is no such folder");
    }

    private Path written(String name, String text) {
        try {
            Path file = data.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
