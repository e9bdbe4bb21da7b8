package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {

    private static Captured wadachi = Captured.in(Path.of(""));

    @BeforeAll
    static void run(@TempDir Path folder) {
        wadachi = MarketFile.in(folder);
        assertThat(wadachi.run("run", "Market.java", "Market", "score", "note").code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void json_is_one_array_and_json_lines_are_an_object_a_line() throws IOException {
        wadachi.run("export", "Daily", "daily.json");
        assertThat(Json.parse(text("daily.json")).asArray().elements())
                .hasSize(4)
                .first()
                .isEqualTo(Json.parse("{\"day\":\"2026-01-01\",\"item\":\"rice\",\"pieces\":4}"));

        wadachi.run("export", "Daily", "daily.jsonl");
        assertThat(text("daily.jsonl").lines())
                .hasSize(4)
                .allSatisfy(line -> Json.parse(line).asObject());

        wadachi.run("sql", "select 'nan'::double as mean, '-inf'::double as least", "--to", "none.json");
        assertThat(Json.parse(text("none.json"))).isEqualTo(Json.parse("[{\"mean\":\"NaN\",\"least\":\"-Infinity\"}]"));
        assertThat(Json.parse(wadachi.run("sql", "select 'nan'::double as mean, '-inf'::double as least", "--json")
                        .out()))
                .isEqualTo(Json.parse("[{\"mean\":\"NaN\",\"least\":\"-Infinity\"}]"));
    }

    @Test
    void what_is_stored_as_json_is_written_as_it_is() throws IOException {
        wadachi.run("export", "Assess", "score.json");

        assertThat(Json.parse(text("score.json"))).isEqualTo(Json.parse("{\"mean\":4.5,\"least\":2}"));
    }

    @Test
    void a_table_is_not_written_in_a_format_that_nobody_named() {
        Captured.Said said = wadachi.run("export", "Daily", "daily.xyz");

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err())
                .isEqualTo("the file daily.xyz has no ending that tells a format: name it .csv, .parquet, .json or"
                        + " .jsonl\n");
        assertThat(wadachi.folder().resolve("daily.xyz")).doesNotExist();
    }

    /// Where a folder is expected there is a file: it cannot be written to by anybody, the superuser included.
    @ParameterizedTest
    @ValueSource(
            strings = {"Daily sales.csv/daily.csv", "Note sales.csv/note.txt", "Daily taken.csv", "Note taken.csv"})
    void a_file_that_cannot_be_written_is_no_defect(String words) throws IOException {
        Files.createDirectories(wadachi.folder().resolve("taken.csv/full"));

        Captured.Said said = wadachi.run(("export " + words).split(" "));

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        String file = words.substring(words.indexOf(' ') + 1);
        assertThat(said.err()).contains(file.replaceFirst("/.*", "")).doesNotContain("\tat ", "defect");
    }

    private String text(String file) throws IOException {
        return Files.readString(wadachi.folder().resolve(file));
    }
}
