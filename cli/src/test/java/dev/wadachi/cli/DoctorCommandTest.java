package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_sound_project_ends_with_0_and_nothing_wrong() throws IOException {
        Files.writeString(folder.resolve("wadachi.toml"), "project = \"shop\"\n");

        Captured.Said said = Captured.in(folder).run("doctor");

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        assertThat(said.out())
                .contains("fine      java ", "fine      tables        DuckDB ", "fine      trees ")
                .contains("fine      project       shop in " + folder)
                .contains("fine      clock ")
                .containsPattern("project +shop +wadachi.toml:1\n")
                .doesNotContain("wrong");
    }

    @Test
    void each_setting_says_where_it_comes_from_and_secrets_stay_hidden() throws IOException {
        Files.writeString(folder.resolve("wadachi.toml"), """
                store = "results"
                [remote]
                location = "file:///nowhere/at/all"
                share = "read"
                [resources.warehouse]
                password = "${DB_PASSWORD}"
                """);
        Captured wadachi =
                new Captured(folder, Map.of("WADACHI_SHARE", "write", "DB_PASSWORD", "swordfish", "WADACHI_STORE", ""));

        String said = wadachi.run("doctor").out();

        assertThat(said)
                .containsPattern("project +" + folder.getFileName() + " +default\n")
                .containsPattern("store +" + folder.resolve("results") + " +wadachi.toml:1\n")
                .containsPattern("remote.share +write +variable WADACHI_SHARE\n")
                .containsPattern("resources.warehouse.password +\\*\\*\\* +wadachi.toml:6\n")
                .doesNotContain("swordfish");
        assertThat(wadachi.run("doctor", "--store", "other").out())
                .containsPattern("store +" + folder.resolve("other") + " +--store\n");
    }

    @Test
    void a_file_that_cannot_be_used_is_wrong_and_ends_with_1() throws IOException {
        Files.writeString(folder.resolve("wadachi.toml"), "stor = 1\n");

        Captured.Said said = Captured.in(folder).run("doctor", "--json");

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        JsonObject settings = StreamSupport.stream(
                        Json.parse(said.out()).asObject().array("findings").spliterator(), false)
                .map(Json::asObject)
                .filter(finding -> finding.text("verdict").equals("wrong"))
                .findFirst()
                .orElseThrow();
        assertThat(settings.text("said")).contains("there is no key stor; did you mean store?");
        assertThat(settings.text("mending")).isEqualTo("mend the file");
    }

    @Test
    void a_store_of_another_program_is_wrong() throws IOException {
        Files.createDirectories(folder.resolve(".wadachi"));
        Files.writeString(folder.resolve(".wadachi/FORMAT"), "9999\n");

        Captured.Said said = Captured.in(folder).run("doctor");

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.out()).containsPattern("wrong +store +").contains("to mend it: ");
    }

    @Test
    void outside_of_all_projects_the_machine_alone_is_looked_at() {
        Captured.Said said = Captured.in(folder).run("doctor");

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        assertThat(said.out()).containsPattern("doubtful +project +there is none in " + folder);
    }
}
