package dev.wadachi.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionTest {

    @TempDir
    Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("shop"));
        Files.createDirectories(folder.resolve("team"));
    }

    private String written(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return "sha256:" + Digest.of(text).hex();
    }

    private Configuration read() {
        return Configuration.of(
                project, Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()));
    }

    private static String extending(String file, String digest) {
        return "[extends]\nfile = \"" + file + "\"\ndigest = \"" + digest + "\"\n";
    }

    @Test
    void own_settings_win_key_by_key_and_each_says_where_it_stands() throws IOException {
        String digest = written("team/wadachi.toml", """
                store = "results"
                project = "vision-{folder}"
                [remote]
                location = "s3://team/wadachi"
                region = "eu-north-1"
                [resources.warehouse]
                url = "jdbc:postgresql://db/shop"
                user = "team"
                """);
        written("shop/wadachi.toml", extending("../team/wadachi.toml", digest) + """
                [remote]
                region = "ap-northeast-1"
                [resources.warehouse]
                user = "shop"
                """);

        Configuration configuration = read();

        assertThat(configuration.project()).contains("vision-shop");
        assertThat(configuration.store()).contains("results");
        assertThat(configuration.remote())
                .isEqualTo(Map.of("location", "s3://team/wadachi", "region", "ap-northeast-1"));
        assertThat(configuration.resources().get("warehouse"))
                .isEqualTo(Map.of("url", "jdbc:postgresql://db/shop", "user", "shop"));
        assertThat(configuration.origins())
                .containsEntry("remote.location", folder.resolve("team/wadachi.toml") + ":4")
                .containsEntry("remote.region", project.resolve("wadachi.toml") + ":5");
    }

    @Test
    void a_team_may_extend_the_companys_file() throws IOException {
        String company = written("company.toml", "store = \"kept\"\nsources = \"java\"\n");
        String team = written("team/wadachi.toml", "sources = \"src\"\n" + extending("../company.toml", company));
        written("shop/wadachi.toml", extending("../team/wadachi.toml", team));

        assertThat(read().store()).contains("kept");
        assertThat(read().sources()).contains("src");
    }

    @Test
    void a_file_that_has_changed_is_refused_with_the_digest_to_write() throws IOException {
        String before = written("team/wadachi.toml", "store = \"a\"\n");
        String after = written("team/wadachi.toml", "store = \"b\"\n");
        written("shop/wadachi.toml", extending("../team/wadachi.toml", before));

        assertThatThrownBy(this::read)
                .isInstanceOf(ProjectProblem.class)
                .hasMessage(folder.resolve("team/wadachi.toml") + " is not what " + project.resolve("wadachi.toml")
                        + " extends: it has changed since its digest was written down. Look at the changes, then write\n"
                        + "  digest = \"" + after + "\"");
    }

    @Test
    void without_a_digest_the_message_says_which_to_write() throws IOException {
        String digest = written("team/wadachi.toml", "store = \"a\"\n");
        written("shop/wadachi.toml", "[extends]\nfile = \"../team/wadachi.toml\"\n");

        assertThatThrownBy(this::read)
                .hasMessageContaining("without its digest")
                .hasMessageEndingWith("digest = \"" + digest + "\"");
    }

    @Test
    void what_is_wrong_in_a_teams_file_is_said_of_that_file() throws IOException {
        String digest = written("team/wadachi.toml", "stor = \"a\"\n");
        written("shop/wadachi.toml", extending("../team/wadachi.toml", digest));

        assertThatThrownBy(this::read)
                .hasMessage(folder.resolve("team/wadachi.toml")
                        + " cannot be used:\n  line 1: there is no key stor; did you mean store?");
    }

    @Test
    void one_name_for_all_projects_is_refused() throws IOException {
        String digest = written("team/wadachi.toml", "project = \"vision\"\n");
        written("shop/wadachi.toml", extending("../team/wadachi.toml", digest));

        assertThatThrownBy(this::read).hasMessageContaining("write {folder} where the name");
    }

    @Test
    void only_files_and_https_can_be_extended() throws IOException {
        for (String address : new String[] {"http://example.com/a.toml", "ftp://example.com/a.toml"}) {
            written("shop/wadachi.toml", "[extends]\nfile = \"" + address + "\"\n");

            assertThatThrownBy(this::read).hasMessageEndingWith(": only files and https:// can be extended");
        }
    }

    @Test
    void what_was_fetched_under_its_digest_is_not_fetched_again() throws IOException {
        String text = "store = \"kept\"\n";
        Path kept = folder.resolve("cache/wadachi/settings/" + Digest.of(text).hex() + ".toml");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, text);
        written(
                "shop/wadachi.toml",
                extending(
                        "https://nowhere.invalid/team.toml",
                        "sha256:" + Digest.of(text).hex()));

        assertThat(read().store()).contains("kept");
    }

    @Test
    void a_file_that_leads_back_to_itself_is_refused() throws IOException {
        // No file can hold its own digest, so the circle is closed by what a project cannot know yet.
        written(
                "shop/wadachi.toml",
                extending("../shop/wadachi.toml", "sha256:" + Digest.of("").hex()));

        assertThatThrownBy(this::read).hasMessageContaining("lead around");
    }
}
