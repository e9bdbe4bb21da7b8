package dev.wadachi.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilationTest {

    private static final String SHOP = """
            import dev.wadachi.task.*;

            record Shop(int lags) implements Pipeline {
                public Task<Integer> total() { return new Total(lags); }
            }

            record Total(int lags) implements Task<Integer> {
                public Integer run(Context in) { return lags + 1; }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void sources_that_did_not_change_are_not_compiled_again() throws IOException {
        Path classes = compile(SHOP);
        FileTime before = Files.getLastModifiedTime(classes.resolve("Shop.class"));

        Path again = compile(SHOP);

        assertThat(again).isEqualTo(classes);
        assertThat(Files.getLastModifiedTime(again.resolve("Shop.class"))).isEqualTo(before);
    }

    @Test
    void an_edit_of_the_same_size_and_time_is_seen() throws IOException {
        Path before = compile(SHOP);
        Path source = folder.resolve("Shop.java");
        FileTime time = Files.getLastModifiedTime(source);

        Files.writeString(source, SHOP.replace("lags + 1", "lags + 2"));
        Files.setLastModifiedTime(source, time);

        assertThat(classes()).isNotEqualTo(before);
    }

    @Test
    void an_edit_that_is_taken_back_finds_the_classes_of_before() throws IOException {
        Path before = compile(SHOP);
        compile(SHOP.replace("lags + 1", "lags + 2"));

        assertThat(compile(SHOP)).isEqualTo(before);
    }

    @Test
    void a_lost_index_costs_nothing_but_a_reading() throws IOException {
        Path before = compile(SHOP);
        Files.writeString(folder.resolve(".wadachi/classes/Shop.java.index"), "torn");

        assertThat(classes()).isEqualTo(before);
    }

    @Test
    void classes_that_were_damaged_are_compiled_again() throws IOException {
        Path classes = compile(SHOP);
        byte[] whole = Files.readAllBytes(classes.resolve("Total.class"));

        Files.write(classes.resolve("Total.class"), new byte[0]);
        assertThat(classes().resolve("Total.class")).hasBinaryContent(whole);

        byte[] altered = whole.clone();
        altered[altered.length / 2] ^= 1;
        Files.write(classes.resolve("Total.class"), altered);
        assertThat(classes().resolve("Total.class")).hasBinaryContent(whole);

        Files.delete(classes.resolve("Total.class"));
        assertThat(classes().resolve("Total.class")).hasBinaryContent(whole);
    }

    @Test
    void an_error_is_told_as_javac_tells_it() {
        assertThatThrownBy(() -> compile(SHOP.replace("lags + 1", "lag + 1")))
                .isInstanceOf(CompileFailed.class)
                .hasMessage("""
                        Shop.java:8: error: cannot find symbol
                            public Integer run(Context in) { return lag + 1; }
                                                                    ^
                          symbol:   variable lag
                          location: class Total
                        1 error""");
        assertThat(folder.resolve(".wadachi/classes")).isDirectoryNotContaining("glob:**/.new-*");
    }

    @Test
    void a_project_of_several_files_is_compiled_together_and_a_module_declaration_left_out() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/main/java/shop"));
        Files.createDirectories(folder.resolve("src/main/resources"));
        Files.writeString(folder.resolve("src/main/java/module-info.java"), "module shop {}");
        Files.writeString(
                sources.resolve("Shop.java"), "package shop; record Shop() { int lags() { return Lags.MOST; } }");
        Files.writeString(sources.resolve("Lags.java"), "package shop; class Lags { static final int MOST = 53; }");

        CompiledProject compiled = Project.find(folder, Map.of()).compile();

        assertThat(compiled.own().getFirst().resolve("shop/Lags.class")).exists();
        assertThat(compiled.own()).hasSize(2).last().isEqualTo(folder.resolve("src/main/resources"));
    }

    @Test
    void a_folder_without_sources_is_refused() throws IOException {
        Files.createDirectories(folder.resolve("src/main/java"));

        assertThatThrownBy(() -> Project.find(folder, Map.of()).compile())
                .isInstanceOf(ProjectProblem.class)
                .hasMessage("there is no .java file below " + folder.resolve("src/main/java"));
    }

    @Test
    void a_project_that_maven_compiles_keeps_git_from_its_state_too() throws IOException {
        Files.createDirectories(folder.resolve("src/main/java"));
        Files.writeString(folder.resolve("src/main/java/Shop.java"), SHOP);
        Files.writeString(folder.resolve("pom.xml"), """
                <project><build><plugins><plugin><configuration><annotationProcessorPaths>
                  <path><groupId>org.projectlombok</groupId><artifactId>lombok</artifactId></path>
                </annotationProcessorPaths></configuration></plugin></plugins></build></project>
                """);
        for (String wrapper : List.of("mvnw", "mvnw.cmd")) {
            Files.writeString(folder.resolve(wrapper), "not to be started");
        }

        assertThatThrownBy(() -> Project.find(folder, Map.of()).compile()).isInstanceOf(Exception.class);

        assertThat(folder.resolve(".wadachi/.gitignore")).hasContent("*");
    }

    private Path compile(String source) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), source);
        return classes();
    }

    private Path classes() {
        return Project.ofFile(folder.resolve("Shop.java"), Map.of())
                .compile()
                .own()
                .getFirst();
    }
}
