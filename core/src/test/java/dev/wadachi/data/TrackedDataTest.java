package dev.wadachi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Wadachi;
import dev.wadachi.digest.Digest;
import dev.wadachi.store.Collected;
import dev.wadachi.store.FileRead;
import dev.wadachi.store.Retention;
import dev.wadachi.store.Roots;
import dev.wadachi.store.Store;
import dev.wadachi.store.StoreOptions;
import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TrackedDataTest {

    record Lines(String file) implements Source<Integer> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFile(from.path(file));
        }

        @Override
        public Integer run(Context in) throws IOException {
            return Files.readAllLines(in.path(file)).size();
        }
    }

    @TempDir
    Path folder;

    @BeforeEach
    void writeData() throws IOException {
        write("data/sales.csv", "a,b\n1,2\n");
        write("images/cat/1.png", "one");
        write("images/dog/2.png", "two");
    }

    @Test
    void adding_leaves_a_readable_pointer_and_keeps_git_from_the_data_once() throws IOException {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            wadachi.data().add(folder.resolve("data/sales.csv"));
            wadachi.data().add(folder.resolve("data/sales.csv"));
            wadachi.data().add(folder.resolve("images"));
            assertThat(wadachi.store().pins().all()).hasSize(2);
        }
        assertThat(folder.resolve("data/sales.csv.wadachi"))
                .hasContent("""
                {
                  "path": "sales.csv",
                  "kind": "file",
                  "digest": "%s",
                  "bytes": 8,
                  "files": 1
                }
                """.formatted(Digest.of("a,b\n1,2\n").hex()));
        assertThat(folder.resolve("data/.gitignore")).hasContent("/sales.csv\n");
        assertThat(folder.resolve(".gitignore")).hasContent("/images/\n");
        assertThat(Pointer.read(folder.resolve("images.wadachi")).files()).isEqualTo(2);
        assertThat(folder.resolve("data/sales.csv")).as("still the user's own").isWritable();
    }

    @Test
    void data_is_unchanged_changed_or_missing_and_comes_back_as_it_was() throws IOException {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            TrackedData data = wadachi.data();
            data.add(folder.resolve("data/sales.csv"));
            data.add(folder.resolve("images"));
            assertThat(data.all()).extracting(Tracked::state).containsOnly(Tracked.State.UNCHANGED);

            Files.delete(folder.resolve("data/sales.csv"));
            write("images/dog/2.png", "another");
            write("images/dog/3.png", "three");
            Files.delete(folder.resolve("images/cat/1.png"));

            assertThat(data.all())
                    .extracting(Tracked::state)
                    .containsExactly(Tracked.State.MISSING, Tracked.State.CHANGED);
            Tracked images = data.find(folder.resolve("images"));
            assertThat(data.changes(images))
                    .containsExactly(
                            new FileChange(FileChange.Kind.REMOVED, "cat/1.png", 3, 0),
                            new FileChange(FileChange.Kind.CHANGED, "dog/2.png", 3, 7),
                            new FileChange(FileChange.Kind.ADDED, "dog/3.png", 0, 5));

            Pointer sales = at("data/sales.csv", data.find(folder.resolve("data/sales.csv")));
            assertThat(data.checkout(sales, Placement.COPY, Overwriting.REFUSED))
                    .isTrue();
            assertThat(data.checkout(sales, Placement.COPY, Overwriting.REFUSED))
                    .isFalse();
            assertThat(folder.resolve("data/sales.csv"))
                    .hasContent("a,b\n1,2\n")
                    .isWritable();

            assertThatThrownBy(() -> data.checkout(at("images", images), Placement.COPY, Overwriting.REFUSED))
                    .isInstanceOf(DataProblem.class)
                    .hasMessage("images holds what the store does not: dog/2.png and 1 more; keep it with"
                            + " `wadachi data add images`, or overwrite it with --force");
            data.checkout(at("images", images), Placement.COPY, Overwriting.ALLOWED);
            assertThat(data.all()).extracting(Tracked::state).containsOnly(Tracked.State.UNCHANGED);
            assertThat(folder.resolve("images/dog/3.png")).doesNotExist();
        }
    }

    @Test
    void a_link_shares_the_bytes_for_reading_and_a_copy_does_not() throws IOException {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            TrackedData data = wadachi.data();
            Pointer pointer = data.add(folder.resolve("data/sales.csv"));
            Pointer sales = new Pointer("data/sales.csv", pointer.kind(), pointer.digest(), pointer.bytes(), 1);
            Files.delete(folder.resolve("data/sales.csv"));
            data.checkout(sales, Placement.LINK, Overwriting.REFUSED);
            assertThat(folder.resolve("data/sales.csv").toFile().canWrite() && !isRoot())
                    .isFalse();
            assertThat(Files.isSameFile(folder.resolve("data/sales.csv"), data.kept(pointer)))
                    .isTrue();

            Files.delete(folder.resolve("data/sales.csv"));
            data.checkout(sales, Placement.COPY, Overwriting.REFUSED);
            write("data/sales.csv", "changed");
            assertThat(data.kept(pointer)).hasContent("a,b\n1,2\n");
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    @Test
    void the_inputs_of_a_past_run_come_back_exactly() throws IOException {
        String first;
        try (Wadachi wadachi = Wadachi.open(folder)) {
            wadachi.data().add(folder.resolve("data/sales.csv"));
            first = wadachi.run(dev.wadachi.engine.Request.of(new Lines("data/sales.csv")))
                    .run();
            write("data/sales.csv", "a,b\n1,2\n3,4\n");
            wadachi.data().add(folder.resolve("data/sales.csv"));
            wadachi.run(new Lines("data/sales.csv"));
        }
        try (Wadachi wadachi = Wadachi.open(folder)) {
            List<Pointer> inputs = wadachi.data()
                    .inputs(wadachi.store().runs().find(first).orElseThrow().id());
            assertThat(inputs)
                    .containsExactly(new Pointer("data/sales.csv", FileRead.Kind.FILE, Digest.of("a,b\n1,2\n"), 8, 1));
            wadachi.data().checkout(inputs.getFirst(), Placement.COPY, Overwriting.REFUSED);
        }
        assertThat(folder.resolve("data/sales.csv")).hasContent("a,b\n1,2\n");
    }

    @Test
    void what_was_added_survives_a_collection_however_old() throws IOException {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            wadachi.data().add(folder.resolve("images"));
            wadachi.store().blobs().put(new byte[] {1, 2, 3});
        }
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(400));
        try (Store store =
                Store.open(folder.resolve(".wadachi"), StoreOptions.standard().withClock(later))) {
            Collected collected = store.collect(Retention.standard(), Roots.none());
            assertThat(collected.items()).extracting(Collected.Item::kind).containsExactly(Collected.Kind.BLOB);
            assertThat(store.blobs().find(Digest.of("one"))).isPresent();
            assertThat(store.blobs().find(Digest.of("two"))).isPresent();
        }
    }

    @Test
    void nothing_is_read_or_written_outside_the_project() throws IOException {
        Path outside = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-outside"));
        try (Wadachi wadachi = Wadachi.open(folder)) {
            TrackedData data = wadachi.data();
            Pointer pointer = data.add(folder.resolve("data/sales.csv"));
            Pointer escaping = new Pointer("../escaped.csv", pointer.kind(), pointer.digest(), 8, 1);
            assertThatThrownBy(() -> data.checkout(escaping, Placement.COPY, Overwriting.ALLOWED))
                    .hasMessageContaining("does not lie in the project");

            Files.createSymbolicLink(folder.resolve("link"), outside);
            Pointer linked = new Pointer("link/sales.csv", pointer.kind(), pointer.digest(), 8, 1);
            assertThatThrownBy(() -> data.checkout(linked, Placement.COPY, Overwriting.ALLOWED))
                    .hasMessageContaining("leads out of the project");
            assertThat(outside).isEmptyDirectory();

            write("data/sales.csv.wadachi", """
                    {"path": "../../x", "kind": "file", "digest": "%s", "bytes": 8, "files": 1}
                    """.formatted(pointer.digest().hex()));
            assertThatThrownBy(data::all).hasMessageContaining("does not lie beside it");
        } finally {
            Files.delete(outside);
        }
    }

    private static Pointer at(String path, Tracked tracked) {
        Pointer pointer = tracked.pointer();
        return new Pointer(path, pointer.kind(), pointer.digest(), pointer.bytes(), pointer.files());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
