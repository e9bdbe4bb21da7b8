package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Contents;
import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.FolderSink;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledFolderSinkTest {

    private static final int MANY = 1_000;

    record Numbers(int count) implements Task<Folder> {
        @Override
        public Folder run(Context in) throws IOException {
            Path folder = Files.createDirectories(in.scratch().resolve("numbers"));
            for (int i = 0; i < count; i++) {
                Files.writeString(folder.resolve(i + ".txt"), "number " + i);
            }
            return new Folder(folder);
        }
    }

    @TempDir
    Path folder;

    @Test
    void a_sink_that_is_killed_half_way_leaves_the_old_files_and_completes_on_the_next_run() throws Exception {
        put(folder, 10);
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledFolderSinkTest.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        while (child.isAlive() && !isUnderWay()) {
            Thread.onSpinWait();
        }
        child.destroyForcibly().waitFor();

        assertThat(files()).as("nothing was put in place yet").isEqualTo(10 + 1);
        put(folder, MANY);
        assertThat(files()).isEqualTo(MANY + 1);
    }

    /// The process that is killed.
    public static void main(String[] arguments) {
        put(Path.of(arguments[0]), MANY);
    }

    private static void put(Path folder, int count) {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            wadachi.run(new FolderSink(new Numbers(count), "out/numbers"));
        }
    }

    private boolean isUnderWay() throws IOException {
        try (Stream<Path> children = Files.list(folder.resolve("out"))) {
            return children.anyMatch(child -> child.toString().endsWith(".part"));
        }
    }

    private int files() throws IOException {
        return Contents.reading()
                .ofFolder(folder.resolve("out/numbers"))
                .files()
                .size();
    }
}
