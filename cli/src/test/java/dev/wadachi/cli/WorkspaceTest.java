package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    private Captured wadachi = Captured.in(Path.of(""));
    private ShopFile shop = new ShopFile(Path.of(""), Path.of(""));

    @BeforeEach
    void write(@TempDir Path folder) {
        wadachi = Captured.in(folder);
        shop = ShopFile.in(folder);
    }

    @Test
    void a_store_is_not_scattered_among_other_files() throws IOException {
        Path papers = Files.createDirectory(wadachi.folder().resolve("papers"));
        Files.writeString(papers.resolve("letter.txt"), "dear all");

        Captured.Said said = run(papers);

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err())
                .isEqualTo("the folder " + papers + " is no store, and holds other files, such as letter.txt: name an"
                        + " empty or a new folder (--store)\n");
        assertThat(papers).isDirectoryNotContaining(file -> !file.endsWith("letter.txt"));
        assertThat(run(papers.resolve("letter.txt")).err())
                .isEqualTo("the store " + papers.resolve("letter.txt")
                        + " is a file, but a store is a folder: name another (--store)\n");
        assertThat(run(papers.resolve("new")).code()).isEqualTo(ExitCode.OK);
        assertThat(run(papers.resolve("new")).err()).startsWith("nothing to do");
    }

    @Test
    void files_that_belong_together_are_told_how_to_become_a_project() throws IOException {
        shop.edit("class Sums {", "class Totals {");
        Files.writeString(
                wadachi.folder().resolve("Sums.java"),
                "class Sums { static int sum(java.util.List<String> lines) { return lines.size(); } }");

        assertThat(wadachi.run("tasks").err()).contains("Files that belong together need an empty wadachi.toml");
        Captured.Said said = wadachi.run("run", "Shop.java", "Shop", "features");

        assertThat(said.code()).isEqualTo(ExitCode.DOES_NOT_COMPILE);
        assertThat(said.err()).contains("\nOnly Shop.java was compiled.").contains("an empty wadachi.toml beside them");
        Files.writeString(wadachi.folder().resolve("wadachi.toml"), "");
        assertThat(wadachi.run("run", "Shop", "features").out()).isEqualTo("6\n");
    }

    @Test
    void a_folder_in_the_configuration_is_a_text() throws IOException {
        Files.writeString(wadachi.folder().resolve("wadachi.toml"), "store = 5\n");

        assertThat(wadachi.run("tasks").err()).contains("line 1: store is a folder, in quotes, but was 5");
    }

    @Test
    void a_source_whose_file_is_missing_will_fail() throws IOException {
        Files.delete(wadachi.folder().resolve("sales.txt"));

        assertThat(wadachi.run("why", "Shop.java", "Shop", "features").out())
                .contains("Sales(file=sales.txt)  will fail: ");
    }

    private Captured.Said run(Path store) {
        return wadachi.run("run", "Shop.java", "Shop", "features", "--store", store.toString());
    }
}
