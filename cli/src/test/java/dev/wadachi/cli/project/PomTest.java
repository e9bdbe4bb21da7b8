package dev.wadachi.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomTest {

    @TempDir
    Path folder;

    @Test
    void libraries_are_those_that_are_neither_ours_nor_for_tests() throws IOException {
        Pom pom = pom("""
                <dependencies>
                  <dependency><groupId>dev.wadachi</groupId><artifactId>wadachi-core</artifactId></dependency>
                  <dependency><groupId>org.apache.commons</groupId><artifactId>commons-math3</artifactId></dependency>
                  <dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><scope>test</scope></dependency>
                </dependencies>
                """);

        assertThat(pom.dependencies()).containsExactly("commons-math3");
        assertThat(pom.hasProcessors()).isFalse();
    }

    @Test
    void a_parent_on_disk_counts_too() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), """
                <project><dependencies>
                  <dependency><groupId>com.example</groupId><artifactId>shared</artifactId></dependency>
                </dependencies></project>
                """);
        Path child = Files.createDirectories(folder.resolve("child")).resolve("pom.xml");
        Files.writeString(child, "<project><parent><artifactId>parent</artifactId></parent></project>");

        Pom before = Pom.read(child);
        Files.writeString(folder.resolve("pom.xml"), "<project/>");

        assertThat(before.dependencies()).containsExactly("shared");
        assertThat(Pom.read(child).dependencies()).isEmpty();
        assertThat(Pom.read(child).digest()).isNotEqualTo(before.digest());
    }

    @Test
    void a_processor_is_seen_and_a_mere_checker_is_not_taken_for_one() throws IOException {
        String path = """
                <build><plugins><plugin><configuration><annotationProcessorPaths>
                  <path><groupId>g</groupId><artifactId>%s</artifactId></path>
                </annotationProcessorPaths></configuration></plugin></plugins></build>
                """;

        assertThat(pom(path.formatted("lombok")).hasProcessors()).isTrue();
        assertThat(pom(path.formatted("error_prone_core")).hasProcessors()).isFalse();
        assertThat(
                        pom("<build><plugins><plugin><configuration><proc>full</proc></configuration></plugin></plugins></build>")
                                .hasProcessors())
                .isTrue();
    }

    @Test
    void a_pom_that_is_no_xml_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("pom.xml"), "<project>");

        assertThatThrownBy(() -> Pom.read(file))
                .isInstanceOf(ProjectProblem.class)
                .hasMessageStartingWith(file + " is no XML: ");
    }

    private Pom pom(String content) throws IOException {
        return Pom.read(Files.writeString(folder.resolve("pom.xml"), "<project>" + content + "</project>"));
    }
}
