package dev.wadachi.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    Path root;

    @Test
    void without_a_file_nothing_is_configured() {
        assertThat(Configuration.of(root, Map.of())).isEqualTo(Configuration.NONE);
    }

    @Test
    void store_sources_and_resources_are_read() throws IOException {
        Configuration configuration = read("""
                project = "market"
                # where things are
                store = "results"          # beside the sources
                sources = 'java\\main'

                [resources.warehouse]
                url = "jdbc:postgresql://db/shop"
                "pool.size" = 4
                read-only = true

                [remote]
                location = "s3://bucket/team"
                path-style = true
                """);

        assertThat(configuration)
                .isEqualTo(new Configuration(
                        Optional.of("market"),
                        Optional.of("results"),
                        Optional.of("java\\main"),
                        Map.of("location", "s3://bucket/team", "path-style", "true"),
                        Map.of(
                                "warehouse",
                                Map.of("url", "jdbc:postgresql://db/shop", "pool.size", "4", "read-only", "true")),
                        Map.of(),
                        Set.of(),
                        Map.of(),
                        configuration.origins()));
    }

    @Test
    void variables_of_the_environment_are_put_in() throws IOException {
        Files.writeString(root.resolve("wadachi.toml"), """
                [resources.warehouse]
                url = "jdbc:postgresql://${DB_HOST}/shop?password=${DB_PASSWORD}"
                """);

        Configuration configuration = Configuration.of(root, Map.of("DB_HOST", "db.example", "DB_PASSWORD", "a$b\\c"));

        assertThat(configuration.resources().get("warehouse"))
                .containsEntry("url", "jdbc:postgresql://db.example/shop?password=a$b\\c");
    }

    @Test
    void what_came_from_the_environment_or_is_called_a_password_is_a_secret() throws IOException {
        Files.writeString(root.resolve("wadachi.toml"), """
                [resources.warehouse]
                url = "jdbc:postgresql://${DB_USER}@db/shop"
                apiKey = "in-the-file"
                schema = "sales"
                """);

        assertThat(Configuration.of(root, Map.of("DB_USER", "carol")).secrets())
                .containsExactlyInAnyOrder("carol", "in-the-file");
    }

    @Test
    void escapes_mean_what_toml_says() throws IOException {
        assertThat(read("store = \"a\\tb\\\"c\\\\d\\u8F4D\\U0001F6D2\"").store())
                .contains("a\tb\"c\\d轍🛒");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> read("""
                        stor = "x"
                        store = "a"
                        store = "b"
                        sources = [1, 2]
                        what is this
                        [tables]
                        x = 1
                        [resources.db]
                        url = "${NOT_SET_ANYWHERE}"
                        password = "\\q"
                        """)).isInstanceOf(ProjectProblem.class).hasMessage("""
                        %s cannot be used:
                          line 1: there is no key stor; did you mean store?
                          line 3: store is given twice
                          line 4: the value of sources is no "string", integer or boolean on one line: [1, 2]
                          line 5: neither [table] nor key = "value": what is this
                          line 7: there is no table [tables]: a resource is written [resources.<name>], the team's store [remote], who is told of runs [notify.<name>], the team's settings [extends], what holds in production [profile.production]
                          line 9: url needs the environment variable NOT_SET_ANYWHERE, which is not set
                          line 10: the value of password has the escape \\q, which TOML does not have; write it in \
                        'single quotes' to keep backslashes\
                        """.formatted(
                        root.resolve("wadachi.toml")));
    }

    @Test
    void a_key_that_is_near_to_nothing_gets_all_that_there_is() {
        assertThatThrownBy(() -> read("colour = \"red\"\n"))
                .hasMessageEndingWith(
                        "line 1: there is no key colour; there are project, store, sources, [resources.<name>], [remote], "
                                + "[notify.<name>], [profile.<name>], [extends]");
    }

    private Configuration read(String text) throws IOException {
        Files.writeString(root.resolve("wadachi.toml"), text);
        return Configuration.of(root, Map.of());
    }
}
