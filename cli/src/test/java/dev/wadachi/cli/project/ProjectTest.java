package dev.wadachi.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

    @TempDir
    Path folder;

    @Test
    void the_nearest_folder_upwards_that_is_marked_is_the_project() throws IOException {
        Files.createDirectories(folder.resolve("shop/src/main/java"));
        Files.createDirectories(folder.resolve("shop/data/2021"));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");

        Project project = Project.find(folder.resolve("shop/data/2021"), Map.of());

        assertThat(project.root()).isEqualTo(folder.resolve("shop"));
        assertThat(project.layout()).isEqualTo(new Layout.SourceFolder(folder.resolve("shop/src/main/java")));
    }

    @Test
    void a_pom_makes_a_maven_project() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<project/>");

        assertThat(Project.find(folder, Map.of()).layout())
                .isEqualTo(new Layout.Maven(folder.resolve("pom.xml"), folder.resolve("src/main/java")));
    }

    @Test
    void a_configured_folder_of_sources_is_taken() throws IOException {
        Files.createDirectories(folder.resolve("java"));
        Files.writeString(folder.resolve("wadachi.toml"), "sources = \"java\"");

        assertThat(Project.find(folder, Map.of()).layout()).isEqualTo(new Layout.SourceFolder(folder.resolve("java")));
    }

    @Test
    void a_configuration_beside_plain_sources_makes_the_folder_the_source_root() throws IOException {
        Files.writeString(folder.resolve("wadachi.toml"), "");

        assertThat(Project.find(folder, Map.of()).layout()).isEqualTo(new Layout.SourceFolder(folder));
    }

    @Test
    void a_configured_folder_that_is_not_there_is_refused() throws IOException {
        Files.writeString(folder.resolve("wadachi.toml"), "sources = \"java\"");

        assertThatThrownBy(() -> Project.find(folder, Map.of()))
                .isInstanceOf(ProjectProblem.class)
                .hasMessage("%s says sources = \"java\", but there is no folder %s"
                        .formatted(folder.resolve("wadachi.toml"), folder.resolve("java")));
    }

    @Test
    void results_alone_can_be_read_and_not_run() throws IOException {
        Files.createDirectories(folder.resolve(".wadachi"));
        Files.writeString(folder.resolve("Shop.java"), "");

        Project project = Project.find(folder, Map.of());

        assertThat(project.layout()).isEqualTo(new Layout.ResultsOnly());
        assertThatThrownBy(project::compile)
                .isInstanceOf(ProjectProblem.class)
                .hasMessageContaining("A single file is named first, as in: wadachi run Shop.java <Pipeline> <goal>");
    }

    @Test
    void the_store_is_the_flags_then_the_variables_then_the_configurations_then_the_projects() throws IOException {
        Files.writeString(folder.resolve("wadachi.toml"), "store = \"results\"");
        Project configured = Project.find(folder, Map.of());
        Map<String, String> environment = Map.of("WADACHI_STORE", "/from/variable");

        assertThat(configured.stores(Optional.of("/from/flag"), environment).folder())
                .isEqualTo(Path.of("/from/flag").toAbsolutePath());
        assertThat(configured.stores(Optional.empty(), environment).folder())
                .isEqualTo(Path.of("/from/variable").toAbsolutePath());
        assertThat(configured.stores(Optional.empty(), Map.of()).folder()).isEqualTo(folder.resolve("results"));
        Project plain = new Project(folder, new Layout.ResultsOnly(), Configuration.NONE);
        assertThat(plain.stores(Optional.empty(), Map.of()).folder()).isEqualTo(folder.resolve(".wadachi"));
    }

    @Test
    void a_single_file_that_is_not_there_is_refused_with_those_that_are() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), "");

        assertThatThrownBy(() -> Project.ofFile(folder.resolve("Shp.java"), Map.of()))
                .isInstanceOf(ProjectProblem.class)
                .hasMessageStartingWith("there is no file " + folder.resolve("Shp.java"))
                .hasMessageContaining("Shop.java");
    }
}
