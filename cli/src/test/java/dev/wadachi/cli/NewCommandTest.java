package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {

    @TempDir
    Path folder;

    private Captured.Said wadachi(String command) {
        return Captured.in(folder).run(command.split(" ", -1));
    }

    private List<String> inFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_project_has_all_that_a_hand_over_needs() {
        Captured.Said said = wadachi("new my-shop --kind forecast --package com.example.shop");

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        assertThat(said.out())
                .startsWith("wrote my-shop: forecast, package com.example.shop, ")
                .contains("\n  cd my-shop\n", "\n  ./wadachi run ", "\n  ./mvnw verify ");
        assertThat(folder.resolve("my-shop"))
                .isDirectoryRecursivelyContaining("glob:**/src/main/java/com/example/shop/Demand.java")
                .isDirectoryRecursivelyContaining("glob:**/src/test/java/com/example/shop/DemandTest.java")
                .isDirectoryRecursivelyContaining("glob:**/.github/workflows/verify.yml")
                .isDirectoryRecursivelyContaining("glob:**/.gitlab-ci.yml")
                .isDirectoryRecursivelyContaining("glob:**/.gitignore")
                .isDirectoryRecursivelyContaining("glob:**/.mvn/wrapper/maven-wrapper.properties")
                .isDirectoryRecursivelyContaining("glob:**/.mvn/repository/**/wadachi-core-*.jar")
                .isDirectoryRecursivelyContaining("glob:**/.mvn/repository/**/wadachi-testkit-*.pom")
                .isDirectoryRecursivelyContaining("glob:**/data/README.md")
                .isDirectoryRecursivelyContaining("glob:**/models/README.md")
                .isDirectoryRecursivelyContaining("glob:**/{Dockerfile,README.md,REVIEW.md,wadachi.toml}");
        assertThat(folder.resolve("my-shop/wadachi")).isExecutable();
        assertThat(folder.resolve("my-shop/mvnw")).isExecutable();
    }

    @Test
    void without_a_word_a_project_is_tabular_and_named_after_nothing_in_particular() {
        Captured.Said said = wadachi("new");

        assertThat(said.out()).startsWith("wrote my-project: tabular, package com.example.myproject, ");
    }

    @Test
    void the_same_answers_give_the_same_bytes() throws IOException {
        Files.createDirectories(folder.resolve("one"));
        Files.createDirectories(folder.resolve("two"));
        wadachi("new one/shop");
        wadachi("new two/shop");

        try (Stream<Path> files = Files.walk(folder.resolve("one"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path other = folder.resolve("two").resolve(folder.resolve("one").relativize(file));
                assertThat(other).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_nothing_is_written() throws IOException {
        Captured.Said said = wadachi("new nowhere/My_Shop! --kind forcast --package 1.class");

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err()).isEqualTo("""
                the name 'My_Shop!' is not made of small letters, digits, '-', '_' and '.', beginning and ending with a \
                letter or digit; such as my_shop
                there is no folder %s: make it first
                the package '1.class' is not made of small words of Java between dots; such as com.example.demand
                there is no kind forcast; did you mean forecast?
                """.formatted(folder.resolve("nowhere")));
        assertThat(inFolder()).isEmpty();
    }

    @Test
    void a_folder_with_files_is_left_alone() throws IOException {
        Files.createDirectory(folder.resolve("shop"));
        Files.createFile(folder.resolve("shop/kept"));

        assertThat(wadachi("new shop").err())
                .isEqualTo("the folder " + folder.resolve("shop")
                        + " holds files already: name another, or an empty one\n");
        assertThat(folder.resolve("shop")).isDirectoryNotContaining("glob:**/pom.xml");

        Files.delete(folder.resolve("shop/kept"));
        assertThat(wadachi("new shop").code()).isEqualTo(ExitCode.OK);
        assertThat(inFolder()).containsExactly("shop");
    }

    @Test
    void with_a_repository_the_project_carries_no_jars() throws IOException {
        wadachi("new shop --repository https://maven.example.com/releases");

        assertThat(Files.readString(folder.resolve("shop/pom.xml")))
                .contains("<url>https://maven.example.com/releases</url>");
        assertThat(folder.resolve("shop/.mvn/repository")).doesNotExist();
    }
}
