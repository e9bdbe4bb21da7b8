package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TeamTemplateTest {

    @TempDir
    Path folder;

    @BeforeEach
    void makeTemplate() throws IOException {
        write("template.json", """
                { "package": "com.example.{{name}}", "region": ["tokyo", "osaka"] }
                """);
        write(
                "src/{{packagePath}}/{{name}}.txt",
                "{{name}} of {{package}} in {{region}}; ${{ github.ref }}, {{ other }}\n");
        Files.write(folder.resolve("template/picture.png"), new byte[] {0, '{', '{', 'x', '}', '}'});
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve("template").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Captured.Said wadachi(String command) {
        return Captured.in(folder).run(command.split(" ", -1));
    }

    private List<String> files(String below) throws IOException {
        Path root = folder.resolve(below);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void answers_stand_in_names_and_texts_and_all_else_stays_as_it_is() throws IOException {
        Captured.Said said = wadachi("new shop --from template --answer region=osaka");

        assertThat(said).isEqualTo(new Captured.Said(ExitCode.OK, """
                wrote shop: from template, 2 files
                Go on there:
                  cd shop
                """, ""));
        assertThat(files("shop")).containsExactly("picture.png", "src/com/example/shop/shop.txt");
        assertThat(folder.resolve("shop/src/com/example/shop/shop.txt"))
                .hasContent("shop of com.example.shop in osaka; ${{ github.ref }}, {{ other }}");
        assertThat(folder.resolve("shop/picture.png")).hasBinaryContent(new byte[] {0, '{', '{', 'x', '}', '}'});
    }

    @Test
    void without_answers_the_proposals_are_taken() throws IOException {
        wadachi("new shop --from template");

        assertThat(Files.readString(folder.resolve("shop/src/com/example/shop/shop.txt")))
                .contains(" in tokyo;");
    }

    @Test
    void all_wrong_answers_are_said_at_once_and_nothing_is_written() {
        Captured.Said said =
                wadachi("new shop --from template --answer region=osako --answer packag=x --package Big.Name");

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err()).isEqualTo("""
                the package 'Big.Name' is not made of small words of Java between dots; such as com.example.demand
                region cannot be osako; did you mean osaka?
                the template does not ask for packag; did you mean package?
                """);
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void a_placeholder_without_an_answer_is_named_with_file_and_line() throws IOException {
        write("notes.md", "one\n{{nmae}}\n");

        assertThat(wadachi("new shop --from template").err())
                .isEqualTo("notes.md:2: nothing is known of {{nmae}}; known are name, package, packagePath, region\n");
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void a_name_that_leads_out_of_the_project_is_refused() throws IOException {
        write("template.json", "{ \"where\": \"..\" }");
        write("{{where}}/{{where}}/stolen.txt", "x");
        Files.deleteIfExists(folder.resolve("template/src/{{packagePath}}/{{name}}.txt"));

        assertThat(wadachi("new shop --from template").err())
                .isEqualTo("the template's file ../../stolen.txt leads out of the project\n");
        assertThat(folder.resolve("shop")).doesNotExist();
        assertThat(folder.resolve("../stolen.txt")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a link there needs rights of its own")
    void a_link_is_refused() throws IOException {
        Files.createSymbolicLink(folder.resolve("template/passwords"), folder.resolve("template/template.json"));

        assertThat(wadachi("new shop --from template").err())
                .isEqualTo("the template's passwords is a link or no file: only files can be copied\n");
    }

    @Test
    void a_description_that_is_none_is_refused_whole() throws IOException {
        write("template.json", "{ \"a b\": \"x\", \"n\": 3, \"none\": [] }");

        assertThat(wadachi("new shop --from template").err()).isEqualTo(folder.resolve("template/template.json") + """
                         cannot be used:
                          'a b' cannot be asked: a name is made of letters, digits and _
                          'n' is neither a text, which is proposed, nor texts to choose from: 3
                          'none' is neither a text, which is proposed, nor texts to choose from: []
                        """);

        Files.delete(folder.resolve("template/template.json"));
        write("cookiecutter.json", "{}");
        assertThat(wadachi("new shop --from template").err())
                .startsWith("there is no template.json in ")
                .contains("cookiecutter.json is another tool's");
    }

    @Test
    void a_git_repository_is_taken_as_it_was_committed() throws Exception {
        Path template = folder.resolve("template");
        for (String command : List.of(
                "git init -q", "git add .", "git -c user.name=a -c user.email=a@example.com commit -q -m all")) {
            Process git = new ProcessBuilder(command.split(" "))
                    .directory(template.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(git.waitFor()).as(said).isZero();
        }
        write("not-committed.txt", "x");

        wadachi("new shop --from file://" + template);

        assertThat(files("shop")).containsExactly("picture.png", "src/com/example/shop/shop.txt");
    }

    @Test
    void an_address_that_git_would_take_for_an_option_or_a_program_is_refused() {
        for (String address : List.of("--upload-pack=touch", "ext::sh", "https://-x", "nowhere")) {
            assertThat(wadachi("new shop --from=" + address).err())
                    .startsWith("there is no template " + address + ": name a folder, or a Git repository");
        }
    }

    @Test
    void options_of_one_template_are_refused_with_the_other() {
        assertThat(wadachi("new shop --from template --kind text").err())
                .startsWith("--kind and --repository are for Wadachi's own template");
        assertThat(wadachi("new shop --answer a=b").err())
                .isEqualTo("--answer is for the questions of a team's template: name one (--from)\n");
    }
}
