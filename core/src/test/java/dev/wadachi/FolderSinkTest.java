package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.engine.Refused;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.FolderSink;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files that people look at.
@Timeout(60)
class FolderSinkTest {

    /// A file for each word, in a folder for its first letter.
    record Words(List<String> words) implements Task<Folder> {
        @Override
        public Folder run(Context in) throws IOException {
            Path folder = in.scratch().resolve("words");
            for (String word : words) {
                Path file = folder.resolve(word.substring(0, 1)).resolve(word + ".txt");
                Files.createDirectories(file.getParent());
                Files.writeString(file, word);
            }
            return new Folder(folder);
        }
    }

    @TempDir
    Path project;

    private Wadachi wadachi;

    @BeforeEach
    void open() {
        wadachi = Wadachi.open(project);
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    private static FolderSink sink(String... words) {
        return new FolderSink(new Words(List.of(words)), "out/words");
    }

    private Outcome outcome(FolderSink sink) {
        return wadachi.run(Request.of(sink)).orThrow().tasks().getLast().outcome();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve("out"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> project.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void files_of_one_run_stand_there_and_no_others() throws IOException {
        assertThat(outcome(sink("beer", "milk"))).isEqualTo(Outcome.RAN);
        assertThat(outcome(sink("beer", "milk"))).isEqualTo(Outcome.HIT);
        assertThat(outcome(sink("beer", "water"))).isEqualTo(Outcome.RAN);
        assertThat(files())
                .as("nothing of the run before, and nothing half done")
                .containsExactly("out/words/.wadachi-sink", "out/words/b/beer.txt", "out/words/w/water.txt");
        Files.writeString(project.resolve("out/words/b/beer.txt"), "can be written to");
    }

    @Test
    void what_was_edited_or_deleted_comes_back() throws IOException {
        outcome(sink("beer", "milk"));
        Files.writeString(project.resolve("out/words/b/beer.txt"), "lager");
        assertThat(outcome(sink("beer", "milk"))).isEqualTo(Outcome.RAN);
        Files.delete(project.resolve("out/words/m/milk.txt"));
        assertThat(outcome(sink("beer", "milk"))).isEqualTo(Outcome.RAN);
        assertThat(project.resolve("out/words/b/beer.txt")).hasContent("beer");
        assertThat(project.resolve("out/words/m/milk.txt")).hasContent("milk");
        assertThat(outcome(sink("beer", "milk"))).isEqualTo(Outcome.HIT);
    }

    @Test
    void a_folder_that_shows_it_already_is_left_alone_by_another_store(@TempDir Path elsewhere) throws IOException {
        outcome(sink("beer"));
        Path file = project.resolve("out/words/b/beer.txt");
        Object inode = Files.readAttributes(file, "*").get("fileKey");
        try (Wadachi other = Wadachi.open(Settings.of(project).withStore(elsewhere))) {
            other.run(sink("beer"));
        }
        assertThat(Files.readAttributes(file, "*").get("fileKey")).isEqualTo(inode);
    }

    @Test
    void what_a_killed_one_left_is_put_back_or_goes_a_day_later() throws IOException {
        Path old = Files.createDirectories(project.resolve("out/.words.0a1b.part/b"));
        Path young = Files.createDirectories(project.resolve("out/.words.2c3d.part"));
        Files.setLastModifiedTime(old.getParent(), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        outcome(sink("beer"));
        assertThat(old.getParent()).doesNotExist();
        assertThat(young).exists();

        Files.writeString(project.resolve("out/words/notes.txt"), "mine");
        Files.move(project.resolve("out/words"), project.resolve("out/.words.4e5f.old"));
        outcome(sink("milk"));
        assertThat(files()).containsExactly("out/words/.wadachi-sink", "out/words/m/milk.txt", "out/words/notes.txt");
    }

    @Test
    void files_that_somebody_adds_stay_and_make_nothing_run() throws IOException {
        outcome(sink("beer"));
        Files.writeString(project.resolve("out/words/notes.txt"), "mine");
        assertThat(outcome(sink("beer"))).isEqualTo(Outcome.HIT);
        outcome(sink("milk"));
        assertThat(project.resolve("out/words/notes.txt")).hasContent("mine");
        assertThat(project.resolve("out/words/b/beer.txt")).doesNotExist();

        Files.createDirectories(project.resolve("out/words/w"));
        Files.writeString(project.resolve("out/words/w/water.txt"), "mine");
        assertThatThrownBy(() -> outcome(sink("water")))
                .hasMessageContaining("holds files that no sink put there: w/water.txt; move them elsewhere");
        assertThat(project.resolve("out/words/w/water.txt")).hasContent("mine");
    }

    @Test
    void a_link_or_a_file_in_its_place_is_refused_and_left_alone() throws IOException {
        Path place = Files.createDirectories(project.resolve("out")).resolve("words");
        Files.createSymbolicLink(place, project.resolve("nowhere"));
        assertThatThrownBy(() -> outcome(sink("beer")))
                .hasMessageContaining("at " + place + ", but there is a symbolic link to " + project.resolve("nowhere"))
                .hasMessageContaining("name the folder that is meant, or remove the link");
        assertThat(place).isSymbolicLink();

        Files.delete(place);
        Files.writeString(place, "mine");
        assertThatThrownBy(() -> outcome(sink("beer")))
                .hasMessageContaining("at " + place + ", but there is a file; move it elsewhere");
        assertThat(place).hasContent("mine");
        assertThatThrownBy(() -> outcome(new FolderSink(new Words(List.of("beer")), "out/words/today")))
                .hasMessageContaining(place + " is a file; move it elsewhere, or give the sink another folder");
    }

    @Test
    void nothing_is_put_into_a_store_or_what_wadachi_keeps(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> outcome(new FolderSink(new Words(List.of("beer")), ".wadachi/blobs/words")))
                .hasMessageContaining("lies in " + project.resolve(".wadachi"))
                .hasMessageContaining("give the sink a folder elsewhere");
        try (Wadachi other = Wadachi.open(Settings.of(project).withStore(elsewhere))) {
            FolderSink inside = new FolderSink(
                    new Words(List.of("beer")), elsewhere.resolve("out").toString());
            assertThatThrownBy(() -> other.run(inside)).hasMessageContaining("lies in " + elsewhere);
        }
    }

    @Test
    void two_sinks_on_one_folder_are_refused_before_anything_runs() throws IOException {
        FolderSink detour = new FolderSink(new Words(List.of("milk")), "out/../out/words");
        FolderSink elsewhere = new FolderSink(new Words(List.of("milk")), "out/others");
        assertThatThrownBy(() -> wadachi.run(Request.of(sink("beer"), detour, elsewhere)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("FolderSink(folder=out/words) of Words(words=[beer]) and"
                        + " FolderSink(folder=out/../out/words) of Words(words=[milk]) all act on the folder "
                        + project.resolve("out/words") + ", and would undo each other; give each a target of its own")
                .hasMessageNotContaining("others");
        assertThat(project.resolve("out")).doesNotExist();
        assertThat(wadachi.store().runs().newestFirst()).isEmpty();
        wadachi.run(Request.of(sink("beer"), elsewhere)).orThrow();
    }

    @Test
    void a_folder_of_somebody_else_is_not_touched() throws IOException {
        outcome(sink("beer"));
        assertThatThrownBy(() -> outcome(new FolderSink(new Words(List.of("beer")), "out")))
                .hasMessageContaining("no sink put there: words/.wadachi-sink, words/b/beer.txt");
        assertThat(files()).hasSize(2);
        assertThatThrownBy(() -> new FolderSink(new Words(List.of()), " ")).hasMessageContaining("a folder of its own");
    }
}
