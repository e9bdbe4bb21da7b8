package dev.wadachi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Wadachi;
import dev.wadachi.digest.Digest;
import dev.wadachi.store.FileRead;
import dev.wadachi.task.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What may be tracked, and what a checkout would destroy if it were.
@Timeout(60)
class TrackableTest {

    private static final String NO_SUCH_NAMES = "Windows has no such files";

    @TempDir
    Path folder;

    private Wadachi wadachi;

    @BeforeEach
    void open() throws IOException {
        write("data/sales.csv", "a,b\n1,2\n");
        write(".git/HEAD", "ref: refs/heads/main\n");
        wadachi = Wadachi.open(folder);
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    private void refuses(String data, String... because) throws IOException {
        List<Path> before = files();
        assertThatThrownBy(() -> wadachi.data().add(folder.resolve(data)))
                .isInstanceOf(DataProblem.class)
                .hasMessageContainingAll(because);
        assertThat(files()).as("nothing was written").isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.startsWith(folder.resolve(".wadachi")))
                    .toList();
        }
    }

    @Test
    void what_git_and_the_store_live_by_is_no_data() throws IOException {
        refuses(".git", ".git is no data", "Git lives by");
        refuses(".git/HEAD", "Git lives by");
        refuses(".wadachi", ".wadachi is no data", "the store lives by");
        write("sub/.git", "gitdir: elsewhere");
        refuses("sub", "sub/.git is no data");
        write("kept/FORMAT", "{}");
        Files.createDirectories(folder.resolve("kept/blobs"));
        refuses("kept", "kept is a store");
        refuses(".", "is the project itself");
        refuses("data/..", "is the project itself");
        Files.createSymbolicLink(folder.resolve("innocent"), folder.resolve(".git"));
        refuses("innocent", "innocent is no data", "Git lives by");
    }

    @Test
    void a_pointer_that_names_what_git_lives_by_is_not_carried_out() throws IOException {
        Pointer data = wadachi.data().add(folder.resolve("data/sales.csv"));
        Files.createSymbolicLink(folder.resolve("innocent"), folder.resolve(".git"));
        Pointer linked = new Pointer("innocent/HEAD", FileRead.Kind.FILE, data.digest(), data.bytes(), 1);
        assertThatThrownBy(() -> wadachi.data().checkout(linked, Placement.COPY, Overwriting.ALLOWED))
                .isInstanceOf(DataProblem.class);
        for (String path : List.of(".git/HEAD", ".GIT/HEAD", "sub/.git/hooks/pre-commit", ".wadachi/FORMAT")) {
            Pointer hostile = new Pointer(path, FileRead.Kind.FILE, data.digest(), data.bytes(), 1);
            assertThatThrownBy(() -> wadachi.data().checkout(hostile, Placement.COPY, Overwriting.ALLOWED))
                    .hasMessageContaining("is no data");
        }
        assertThat(folder.resolve(".git/HEAD")).hasContent("ref: refs/heads/main");
    }

    @Test
    void a_pointer_is_no_data_and_neither_is_a_folder_with_one() throws IOException {
        wadachi.data().add(folder.resolve("data/sales.csv"));

        refuses("data/sales.csv.wadachi", "is a pointer", "wadachi data add " + folder.resolve("data/sales.csv"));
        refuses("data", "data contains the pointer data/sales.csv.wadachi");
    }

    @Test
    void what_lies_in_a_tracked_folder_is_tracked_with_it() throws IOException {
        write("my dir/sub/a.txt", "a");
        wadachi.data().add(folder.resolve("my dir"));

        refuses("my dir/sub", "lies in my dir, which is tracked as a whole");
        refuses("my dir/sub/a.txt", "lies in my dir, which is tracked as a whole");
        assertThat(wadachi.data().find(folder.resolve("my dir")).state()).isEqualTo(Tracked.State.UNCHANGED);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_SUCH_NAMES)
    void names_that_some_system_cannot_keep_are_refused_here_but_sources_read_them() throws IOException {
        write("logs/12:00.log", "noon");
        write("logs/a\\b.log", "slash");
        write("z:z", "z");

        refuses("z:z", "the name 'z:z' cannot be kept on every system");
        refuses("logs/12:00.log", "the name '12:00.log'");
        assertThatThrownBy(() -> wadachi.data().add(folder.resolve("logs")))
                .hasMessageContaining("cannot be kept on every system");
        Stamp before = Stamp.ofFolder(folder.resolve("logs"));
        write("logs/12:00.log", "midnight");
        assertThat(Stamp.ofFolder(folder.resolve("logs"))).isNotEqualTo(before);
        assertThat(Stamp.ofFile(folder.resolve("z:z"))).isEqualTo(Stamp.of(Digest.of("z")));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_SUCH_NAMES)
    void a_pipe_has_no_lasting_content() throws Exception {
        Path pipe = folder.resolve("data/pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> wadachi.data().add(pipe))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("neither a file nor a folder");
        assertThatThrownBy(() -> wadachi.data().add(folder.resolve("data")))
                .hasMessageContaining(pipe + " is no regular file");
        assertThatThrownBy(() -> Stamp.ofFile(pipe)).hasMessageContaining(pipe + " is no regular file, but a pipe");
        assertThatThrownBy(() -> Stamp.ofFolder(folder.resolve("data")))
                .hasMessageContaining(pipe + " is no regular file, but a pipe");
        assertThatThrownBy(() -> Stamp.ofFile(folder)).hasMessageContaining("no regular file, but a folder");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
