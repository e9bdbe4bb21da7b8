package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The documentation is true: what it tells a reader to do is done here, and what it shows is compared.
class PagesTest {

    static final List<String> PATHS = Page.all().stream().map(Page::path).toList();

    /// To mend a page whose commands print something new, copy it from `cli/target/pages`.
    @ParameterizedTest
    @FieldSource("PATHS")
    void a_page_shows_what_its_commands_print(String path, @TempDir Path folder) throws IOException {
        Page page = Page.of(path);
        assumeTrue(hasWhatItRuns(page), "there is no python3 on the PATH, which this page runs");

        String asItIs = PageRun.of(page, folder);

        if (!asItIs.equals(page.text())) {
            Path mended = Page.repository().resolve("cli/target/pages").resolve(path);
            Files.createDirectories(mended.getParent());
            Files.writeString(mended, asItIs);
        }
        assertThat(asItIs).isEqualTo(page.text());
    }

    /// Python is a guest here: everything else that a page runs is Wadachi's own.
    private static boolean hasWhatItRuns(Page page) {
        return !page.text().contains("```python ")
                || Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void a_page_links_to_what_is_there(String path) {
        assertThat(Page.of(path).links()).allSatisfy(link -> assertThat(link).exists());
    }

    @Test
    void the_reference_has_the_help_of_every_command() {
        assertThat(Page.of("docs/reference/command-line.md").text())
                .contains(Arrays.stream(CommandName.values())
                        .map(name -> "$ wadachi " + name.word() + " --help\n")
                        .toList());
    }

    @Test
    void the_reference_has_every_annotation() throws IOException {
        Path tasks = Page.repository().resolve("core/src/main/java/dev/wadachi/task");
        try (Stream<Path> files = Files.list(tasks)) {
            List<String> annotations = files.filter(PagesTest::isAnnotation)
                    .map(file -> "| `@" + file.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(annotations).isNotEmpty();
            assertThat(Page.of("docs/reference/annotations.md").text()).contains(annotations);
        }
    }

    private static boolean isAnnotation(Path file) {
        try {
            return Files.readString(file).contains("\npublic @interface ");
        } catch (IOException e) {
            return false;
        }
    }
}
