package dev.wadachi.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassesFolderTest {

    @Test
    void a_project_keeps_its_classes_itself(@TempDir Path root) {
        assertThat(ClassesFolder.of(root)).isEqualTo(root.resolve(".wadachi").resolve("classes"));
    }

    /// Nobody can make a folder below a file, not even a user who may write everywhere.
    @Test
    void where_it_cannot_they_are_kept_in_the_same_private_folder_each_time(@TempDir Path root) throws IOException {
        Files.createFile(root.resolve(".wadachi"));

        Path folder = ClassesFolder.of(root);

        assertThat(folder).isEqualTo(ClassesFolder.of(root));
        assertThat(folder.startsWith(root)).isFalse();
        assertThat(folder.startsWith(Path.of(System.getProperty("java.io.tmpdir"))))
                .isTrue();
    }
}
