package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("events.jsonl"), text);
    }

    @Test
    void an_object_on_each_line_is_a_row() throws IOException {
        Table table = Table.jsonLines(file("""
                {"store": "chiba", "sales": 3, "price": 1.5, "open": true, "day": "2021-08-02"}
                {"store": "007", "price": null, "tags": ["a", "b"], "sales": 9000000000}
                """));
        assertThat(table.schema())
                .hasToString("store VARCHAR, sales BIGINT, price DOUBLE, open BOOLEAN, day DATE, tags VARCHAR[]");
        assertThat(table.strings("store")).containsExactly("chiba", "007");
        assertThat(table.longs("sales")).containsExactly(3, 9_000_000_000L);
        assertThat(table.strings("tags")).containsExactly(null, "[a, b]");
        assertThat(table.sql("select len(tags) as n from this").doubles("n")).containsExactly(Double.NaN, 2);
    }

    @Test
    void a_member_that_is_first_seen_late_is_a_column_all_the_same() throws IOException {
        Table table = Table.jsonLines(file("{\"a\": 1}\n".repeat(50_000) + "{\"a\": 1.5, \"b\": \"late\"}\n"));
        assertThat(table.schema()).hasToString("a DOUBLE, b VARCHAR");
        assertThat(table.rows()).isEqualTo(50_001);
    }

    @Test
    void lines_that_are_no_objects_are_all_named() throws IOException {
        Path file = file("{\"a\": 1}\n{\"a\": x}\n[1]\n{\"a\": \n" + "oops\n".repeat(20));
        assertThatThrownBy(() -> Table.jsonLines(file).rows())
                .isInstanceOf(TableException.class)
                .hasMessageContaining("events.jsonl has bad lines\n  line 2: ")
                .hasMessageContaining("column 7")
                .hasMessageContaining("line 3: there is no object\n  line 4: ")
                .hasMessageContaining("and 13 more");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Table.jsonLines(folder.resolve("nowhere.jsonl")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void what_is_written_is_json_to_any_reader_also_where_numbers_are_none() throws IOException {
        Table table = Table.query("""
                select 1.5::double as price, 'a"NaN' as name, [1.5::float, 'nan'::float, '-inf'::float] as past
                union all select 'infinity'::double, '-Infinity\\', []
                union all select 'nan'::double, null, [-1.5::float]""", Map.of());
        List<String> lines = List.of(
                "{\"price\":1.5,\"name\":\"a\\\"NaN\",\"past\":[1.5,\"NaN\",\"-Infinity\"]}",
                "{\"price\":\"Infinity\",\"name\":\"-Infinity\\\\\",\"past\":[]}",
                "{\"price\":\"NaN\",\"name\":null,\"past\":[-1.5]}");
        Path file = folder.resolve("out.json");

        table.toJsonLines(file);
        assertThat(Files.readAllLines(file)).containsExactlyElementsOf(lines);

        table.toJson(file);
        assertThat(Json.parse(Files.readString(file)))
                .isEqualTo(new JsonArray(lines.stream().<Json>map(Json::parse).toList()));
        assertThat(folder).isDirectoryNotContaining(left -> !left.equals(file));
        table.sql("from this limit 0").toJson(file);
        assertThat(Json.parse(Files.readString(file))).isEqualTo(JsonArray.EMPTY);
    }

    @Test
    void bad_lines_of_a_compressed_file_or_of_another_encoding_are_named() throws IOException {
        Path zipped = folder.resolve("events.jsonl.gz");
        try (var zip = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            zip.write("{\"a\": 1}\n{\"a\": x}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Table.jsonLines(zipped).rows())
                .message()
                .startsWith("the file of JSON lines " + zipped + " has bad lines\n  line 2: ");

        Path file = Files.write(
                folder.resolve("latin.jsonl"),
                "{\"a\": \"x\"}\n{\"a\": \"\u00fc\"}\n{\"a\": \"\\ud83d\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Table.jsonLines(file).rows())
                .hasMessage("the file of JSON lines " + file + " has bad lines\n  line 2: the text is not UTF-8"
                        + "\n  line 3: there is half of a character, such as \\ud83d alone"
                        + "\n  mend the lines, or leave them out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": 9007199254740993}\n{\"id\": 1.5}\n",
                "{\"id\": {\"of\": [1.5, 1, 9007199254740993]}}\n",
                "{\"id\": 1}\n{\"id\":-123456789012345678901}\n",
                "{\"id\": 1}\n{\"id\": 12345678901234567890123456789012345678901234567890}\n"
            })
    void whole_numbers_that_floating_point_would_round_are_refused(String text) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> Table.jsonLines(file).rows())
                .isInstanceOf(TableException.class)
                .hasMessageContaining("events.jsonl has in column \"id\", line ")
                .hasMessageContaining(", whose digits a floating-point number cannot hold")
                .hasMessageContaining("write such numbers as texts");
    }

    @Test
    void whole_numbers_that_floating_point_holds_stay() throws IOException {
        Table table = Table.jsonLines(file("""
                {"id": 9007199254740992, "text": 9007199254740993}
                {"id": 1.5, "text": 1, "more": {"note": "[9007199254740993]", "share": 0.1234567890123456789}}
                """));
        assertThat(table.doubles("id")).containsExactly(9007199254740992.0, 1.5);
        assertThat(table.longs("text")).containsExactly(9007199254740993L, 1);
    }

    @Test
    void a_mark_at_the_start_is_no_part_of_the_first_line() throws IOException {
        assertThat(Table.jsonLines(file("\ufeff{\"id\": 1}\n{\"id\": 2}\n")).longs("id"))
                .containsExactly(1, 2);
        Path zipped = folder.resolve("marked.jsonl.gz");
        try (var zip = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            zip.write("\ufeff{\"id\": 1}\n{\"id\": \n".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Table.jsonLines(zipped).rows())
                .hasMessageStartingWith("the file of JSON lines " + zipped + " has bad lines\n  line 2: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | no object in it has a member, so there is no column; leave the file out",
                "{\"\": 1} | line 1: there is a member without a name",
                "{\"id\": [18446744073709551615]} | column \"id\", line 1, the whole number 18446744073709551615, which lies"
                        + " beyond 64 bits",
                "{\"id\": 18446744073709551615} | write such numbers as texts: \"18446744073709551615\"",
                "{\"id\": 1e400} | column \"id\", line 1, the number 1e400, which is larger than all floating-point",
                "{\"id\": 1, \"Id\": 2, \"b\": 3} | members whose names differ in case alone: \"id\" and \"Id\"~  a table has",
                "{\"of\": {\"a\": 1, \"A\": 2}} | another member beside \"A\" whose name differs in case alone; rename",
                "[{\"id\": 1}] | line 1: there is no object~  an object stands on each line, without brackets",
                "[1, | line 1: Expected a value, but found the end of the text at column 4.~  an object stands on each",
                "{ | an object stands on one line, however long: jq -c . makes such lines",
                "12345678901234567890 | line 1: there is no object~  mend the lines, or leave them out",
            })
    void lines_that_make_no_columns_are_told_in_words_of_ours(String line, String told) throws IOException {
        Path file = file(line + "\n");
        assertThatThrownBy(() -> Table.jsonLines(file).rows())
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("the file of JSON lines " + file + " ")
                .hasMessageContaining(told.replace('~', '\n'))
                .hasMessageNotContainingAny("LINE 1", "Try ", "records=", "Error:")
                .hasNoCause();
    }

    @Test
    void arrays_within_arrays_are_read_to_a_depth_and_names_with_numbers_are_names() throws IOException {
        Table table = Table.jsonLines(
                file("{\"a\": " + "[".repeat(100) + "1" + "]".repeat(100) + ", \"id\": 1, \"id_1\": 2}\n"));
        assertThat(table.longs("id_1")).containsExactly(2);
        Path deep = file("{\"a\": " + "[".repeat(200) + "]".repeat(200) + "}\n");
        assertThatThrownBy(() -> Table.jsonLines(deep).rows())
                .hasMessageContaining("line 1: more than 127 objects and arrays lie within one another");
    }

    @Test
    void members_of_several_lines_whose_names_differ_in_case_are_refused() throws IOException {
        Path file = file("{\"a\": 1}\n{\"A\": 2}\n");
        assertThatThrownBy(() -> Table.jsonLines(file))
                .hasMessageContaining("has members whose names differ in case alone: \"a\" and \"A\"");
    }
}
