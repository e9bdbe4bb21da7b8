package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fresh project, and what is left when its questions are answered one by one.
class CheckCommandTest {

    @TempDir
    Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void make() {
        assertThat(Captured.in(folder).run("new", "shop", "--kind", "tabular").code())
                .isEqualTo(ExitCode.OK);
        project = folder.resolve("shop");
    }

    private Captured.Said check(String... more) {
        return Captured.in(project)
                .run(List.of("check", "--deliverables", String.join(" ", more)).stream()
                        .filter(word -> !word.isEmpty())
                        .toArray(String[]::new));
    }

    private String read(String file) throws IOException {
        return Files.readString(project.resolve(file));
    }

    private void edit(String file, String pattern, String by) throws IOException {
        String before = read(file);
        String after = before.replaceAll(pattern, by);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(project.resolve(file), after);
    }

    private void git(String... words) throws IOException, InterruptedException {
        ProcessBuilder git =
                new ProcessBuilder(words).directory(project.toFile()).redirectErrorStream(true);
        git.environment()
                .put("GIT_CONFIG_GLOBAL", project.resolveSibling("none").toString());
        Process started = git.start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).as(said).isZero();
    }

    private void commit() throws IOException, InterruptedException {
        git("git", "init", "-q");
        git("git", "add", ".");
        git("git", "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "all");
    }

    @Test
    void a_fresh_project_lacks_what_only_its_owner_knows() {
        Captured.Said said = check();

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.out()).isEqualTo("""
                README.md: the section Purpose says: TODO: say who decides what with the result, and what happened before there was this.
                    next: who decides what with the result; then delete that line
                README.md: the section Input says: TODO: describe the input of your own task, as the table below does for the sample.
                    next: the columns, their types and meaning; then delete that line
                README.md: the section Output says: TODO: describe what your own task hands on, to whom, and how often.
                    next: what is handed on, to whom, how often; then delete that line
                README.md: the section Data says: TODO: say where the data come from, who may have them, and how somebody new gets them; also in [data/README.md](data/README.md).
                    next: how somebody new gets the data; then delete that line
                README.md: the section Accuracy says: TODO: give the score on your own data, with the run that it is from (`./wadachi ls --runs`) and what it is compared with.
                    next: the score, with the run that it is from; then delete that line
                data/README.md: says: TODO: name each file or folder, what one row is, where it comes from, since when, and how often it changes.
                    next: describe the data there
                .git: the project is in no repository
                    next: git init && git add . && git commit
                7 deliverables lacking
                """);
    }

    @Test
    void with_every_question_answered_nothing_is_lacking() throws Exception {
        edit("README.md", "(?m)^TODO: give the score.*$", "Off by 5.9 (run 0123).");
        edit("README.md", "(?m)^TODO: .*\n", "");
        edit("data/README.md", "(?m)^TODO: .*$", "Nothing yet.");
        commit();

        assertThat(check()).isEqualTo(new Captured.Said(ExitCode.OK, "nothing is lacking\n", ""));

        Files.createFile(project.resolve("src/main/java/New.java"));
        assertThat(check().out()).contains(".git: 1 file is not committed: src/main/java/New.java\n");
    }

    @Test
    void an_empty_or_missing_section_is_named() throws IOException {
        edit("README.md", "(?s)## Purpose.*?## Input", "## Purpose\n\n## Input");
        edit("README.md", "## Environment", "## Surroundings");

        assertThat(check().out())
                .contains("README.md: the section Purpose is empty\n    next: who decides what with the result\n")
                .contains("README.md: there is no section Environment\n");
    }

    @Test
    void a_score_needs_a_run_and_one_of_committed_sources() throws Exception {
        edit("README.md", "(?m)^TODO: give the score.*$", "Off by 5.9.");
        assertThat(check().out()).contains("README.md: the section Accuracy names no run\n");

        commit();
        edit("src/main/java/com/example/shop/Features.java", "MIDDLE_AGE = 20", "MIDDLE_AGE = 21");
        Captured.Said run = Captured.in(project).run("run");
        String id = run.err().replaceAll("(?s).*\\(run (\\w+)\\).*", "$1");
        edit("README.md", "Off by 5.9\\.", "Off by 5.9 (run " + id + ").");

        assertThat(check().out())
                .contains("README.md: the accuracy is of run " + id + ", whose sources were not all committed\n");
    }

    @Test
    void versions_that_may_change_and_files_without_a_digest_are_named() throws IOException {
        edit("pom.xml", "<junit.version>6.1.3<", "<junit.version>[6,7)<");
        edit("pom.xml", "<assertj.version>3.27.7<", "<assertj.version>3.27.6<");

        assertThat(check().out())
                .contains("pom.xml: junit-jupiter has the version [6,7)\n    next: write an exact one\n")
                .contains(".mvn/checksums/checksums.sha256: assertj-core 3.27.6 has no digest there\n");
    }

    @Test
    void missing_tests_and_continuous_integration_are_named() throws IOException {
        Files.delete(project.resolve(".gitlab-ci.yml"));
        Files.delete(project.resolve(".github/workflows/verify.yml"));
        Files.delete(project.resolve("src/test/java/com/example/shop/FeaturesTest.java"));

        assertThat(check().out())
                .contains("src/test/java: no test runs a task by itself\n")
                .contains(".github/workflows: no continuous integration builds the project\n");
    }

    @Test
    void json_has_file_lack_and_next_step() {
        Json first = Json.parse(check("--json").out()).asArray().get(0);

        assertThat(first.asObject().text("file")).isEqualTo("README.md");
        assertThat(first.asObject().text("lacks")).startsWith("the section Purpose says: TODO");
        assertThat(first.asObject().text("next")).startsWith("who decides");
    }

    @Test
    void without_a_word_of_what_nothing_is_checked() {
        assertThat(Captured.in(project).run("check").err())
                .isEqualTo("say what to check: wadachi check --deliverables\n");
    }
}
