package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Wadachi;
import dev.wadachi.json.Json;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {

    private static final Task<Table> SOLD = Task.of(
            Table.query("select 'ueno' as shop, 3 as cans union all select 'chiba', 4 order by cans", Map.of()));

    @TempDir
    Path project;

    @Test
    void the_ending_says_the_format() throws IOException {
        try (Wadachi wadachi = Wadachi.open(project)) {
            Path folder = wadachi.run(TableFiles.of(SOLD, "sold.csv", "sold.parquet", "sold.json", "sold.jsonl"))
                    .path();
            String one = "{\"shop\":\"ueno\",\"cans\":3}";
            String other = "{\"shop\":\"chiba\",\"cans\":4}";
            assertThat(folder.resolve("sold.csv")).hasContent("shop,cans\nueno,3\nchiba,4\n");
            assertThat(folder.resolve("sold.jsonl")).hasContent(one + "\n" + other + "\n");
            assertThat(Json.parse(Files.readString(folder.resolve("sold.json"))))
                    .isEqualTo(Json.parse("[" + one + "," + other + "]"));
            assertThat(Table.parquet(folder.resolve("sold.parquet")).longs("cans"))
                    .containsExactly(3, 4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sold.xlsx", "sold", "out/sold.csv", ".csv"})
    void names_that_tell_no_format_or_a_folder_are_refused(String name) {
        assertThatThrownBy(() -> TableFiles.of(SOLD, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a table goes to a file whose name ends in .csv, .parquet, .json or .jsonl, without a folder,"
                                + " but it was '" + name + "'");
    }
}
