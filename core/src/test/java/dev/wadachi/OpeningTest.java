package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

    @TempDir
    Path folder;

    @Test
    void a_mistyped_folder_is_refused_and_not_made() {
        Path mistyped = folder.resolve("projcts/shop");

        assertThatThrownBy(() -> Wadachi.open(mistyped))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no folder " + mistyped + "; the nearest above it is " + folder);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_is_no_project() throws IOException {
        Path file = Files.writeString(folder.resolve("Shop.java"), "");

        assertThatThrownBy(() -> Wadachi.open(file))
                .hasMessage(file + " is a file, and no project's folder; the nearest above it is " + folder);
    }

    @Test
    void the_store_of_a_folder_is_made_as_it_is_opened() {
        Wadachi.open(folder).close();

        assertThat(folder.resolve(".wadachi/FORMAT")).exists();
    }
}
