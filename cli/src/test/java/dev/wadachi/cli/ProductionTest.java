package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `run --profile production` in a real repository.
class ProductionTest {

    @TempDir
    Path folder;

    private ShopFile shop;
    private Captured wadachi;

    @BeforeEach
    void commitAll() throws Exception {
        shop = ShopFile.inProject(folder);
        Files.writeString(folder.resolve(".gitignore"), ".wadachi/\n");
        git("init", "-q", "-b", "main");
        commit();
        wadachi = Captured.in(folder);
    }

    private Captured.Said production(String... more) {
        List<String> words = new ArrayList<>(List.of("run", "Shop", "evaluate", "--profile", "production"));
        words.addAll(List.of(more));
        return wadachi.run(words.toArray(String[]::new));
    }

    @Test
    void what_is_committed_runs_as_always() {
        Captured.Said said = production();

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        assertThat(said.out()).contains("mae");
    }

    @Test
    void a_tree_with_changes_is_refused_before_anything_runs_unless_it_is_named() throws Exception {
        shop.edit("* lags", "* lags * 2");
        Files.writeString(folder.resolve("new.txt"), "");
        Captured.Said said = production();

        assertThat(said.code()).isEqualTo(ExitCode.NOT_FOR_PRODUCTION);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).isEqualTo("""
                the profile production refuses:
                  not committed: src/main/java/Shop.java and 1 more; commit what is meant, or --allow uncommitted
                nothing was run
                """);
        assertThat(wadachi.run("ls", "--runs").out()).as("no run was begun").doesNotContain("Shop");
        assertThat(production("--allow", "uncommitted").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void a_result_that_was_computed_before_its_code_was_committed_is_refused() throws Exception {
        shop.edit("* lags", "* lags * 2");
        wadachi.run("run", "Shop", "evaluate");
        commit();
        Captured.Said said = production();

        assertThat(said.code()).isEqualTo(ExitCode.NOT_FOR_PRODUCTION);
        assertThat(said.err())
                .contains("Features(lags=2) was computed from what was not committed (run ")
                .contains("; compute it with --rerun Features, or --allow uncommitted:Features\n");
        assertThat(production("--rerun", "Sales,Features,Evaluate").code()).isEqualTo(ExitCode.OK);
        assertThat(production().code()).as("it is computed from the commit now").isEqualTo(ExitCode.OK);
    }

    @Test
    void an_accepted_result_is_refused_unless_it_is_named() throws Exception {
        production();
        shop.edit("mapToInt(Integer::parseInt)", "mapToInt(text -> Integer.parseInt(text))");
        commit();
        wadachi.run("accept", "Features", "Shop", "evaluate", "--reason", "another way to write it");
        Captured.Said said = production();

        assertThat(said.code()).isEqualTo(ExitCode.NOT_FOR_PRODUCTION);
        assertThat(said.err())
                .contains("Features is accepted: ")
                .contains("; compute it with --rerun Features, or --allow accepted:Features\n")
                .endsWith("nothing was run\n");
        assertThat(production("--allow", "accepted:Features").out()).contains("mae");
        assertThat(production("--rerun", "Features").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void given_and_reused_values_are_refused_and_all_is_told_at_once() throws Exception {
        production();
        Files.writeString(folder.resolve("features.json"), "7");
        Captured.Said said = production("--set", "Features=features.json");

        assertThat(said.code()).isEqualTo(ExitCode.NOT_FOR_PRODUCTION);
        assertThat(said.err())
                .contains("not committed: features.json")
                .contains("Features is overridden: ")
                .contains("--allow given:Features\n");
        assertThat(production("--reuse", "Features", "--allow", "uncommitted").err())
                .contains("--allow reused:Features\n");
    }

    @Test
    void what_allow_does_not_know_is_refused() {
        assertThat(production("--allow", "acceptd:Features,everything").err())
                .startsWith("--allow takes uncommitted, and")
                .endsWith("; not acceptd:Features, everything\n");
        assertThat(production("--allow", "nonsense").code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void a_script_is_told_what_to_name() throws Exception {
        shop.edit("* lags", "* lags * 2");
        Captured.Said said = production("--json");

        JsonObject refused =
                ((JsonObject) Json.parse(said.out())).array("refused").get(0).asObject();
        assertThat(refused.text("allow")).isEqualTo("uncommitted");
    }

    private void settings(String toml) throws Exception {
        Files.writeString(folder.resolve("wadachi.toml"), toml);
        commit();
    }

    @Test
    void settings_of_a_profile_hold_in_place_of_those_above_it() throws Exception {
        settings("""
                [resources.warehouse]
                url = "jdbc:sqlite:here.db"
                user = "ada"

                [profile.production]
                store = "%s"

                [profile.production.resources.warehouse]
                url = "jdbc:sqlite:there.db"
                password = "${NIGHT_PASSWORD}"
                """.formatted(folder.resolve("../night").normalize().toString().replace("\\", "/")));
        assertThat(wadachi.run("run", "Shop", "evaluate").code())
                .as("what the profile lacks matters where it is asked for")
                .isEqualTo(ExitCode.OK);
        assertThat(production().err()).contains("password needs the environment variable NIGHT_PASSWORD");

        wadachi = wadachi.with("NIGHT_PASSWORD", "hush-hush");

        assertThat(production().code()).isEqualTo(ExitCode.OK);
        assertThat(Files.isDirectory(folder.resolve("../night/traces"))).isTrue();
        assertThat(wadachi.run("doctor", "--profile", "production").out())
                .contains("there.db", "ada", "***")
                .contains("wadachi.toml:9")
                .doesNotContain("hush-hush");
        assertThat(wadachi.run("ls", "--profile", "production").out()).contains("Evaluate");
    }

    @Test
    void a_profile_may_allow_what_is_named_and_one_of_ones_own_everything() throws Exception {
        settings("""
                [profile.production]
                allow = "uncommitted"

                [profile.staging]
                allow = "everything"
                """);
        shop.edit("* lags", "* lags * 2");

        assertThat(production().code()).isEqualTo(ExitCode.OK);
        assertThat(wadachi.run("run", "Shop", "evaluate", "--profile", "staging")
                        .code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void all_that_is_wrong_with_profiles_is_told_at_once() throws Exception {
        settings("""
                [profile.production]
                allow = "everything"
                project = "other"
                [profile.night]
                allow = "accepted"
                [profile.night.remote]
                locaton = "s3://bucket"
                """);
        assertThat(production().err())
                .contains("takes each thing by its name in production")
                .contains("a profile has no project: it has store, allow, and tables such as")
                .contains("names what --allow takes, such as uncommitted or accepted:Train, but has accepted")
                .contains("there is no key locaton in [remote]; did you mean location?");
    }

    @Test
    void a_profile_that_is_not_there_and_an_exception_from_none_are_refused() {
        assertThat(wadachi.run("run", "Shop", "evaluate", "--profile", "prod").err())
                .isEqualTo("there is no profile prod; there is production\n");
        assertThat(wadachi.run("run", "Shop", "evaluate", "--allow", "uncommitted"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT))
                .satisfies(said -> assertThat(said.err()).contains("add --profile production"));
    }

    private void commit() throws Exception {
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "all");
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
    }
}
