package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a file or a folder is called says nothing of what is in it.
class FileNamesTest {

    private final Path folder;

    FileNamesTest(@TempDir Path root) throws IOException {
        this.folder = Files.createDirectories(root.resolve("item=tea").resolve("n=7"));
    }

    @Test
    void a_folder_with_an_equals_sign_is_a_folder_for_csv_json_lines_and_parquet() throws IOException {
        Table csv = Table.csv(Files.writeString(folder.resolve("a.csv"), "item,n\ncoffee,1\nmilk,2\n"));
        assertThat(csv.strings("item")).containsExactly("coffee", "milk");
        assertThat(csv.longs("n")).containsExactly(1, 2);

        Path stored = folder.resolve("a.parquet");
        csv.toParquet(stored);
        assertThat(Table.parquet(stored).schema()).hasToString("item VARCHAR, n BIGINT");
        assertThat(Table.parquet(stored).strings("item")).containsExactly("coffee", "milk");
        assertThat(Table.parquet(stored).profile().column("n").orElseThrow().distinct())
                .isEqualTo(2);

        Table json = Table.jsonLines(Files.writeString(folder.resolve("a.jsonl"), "{\"b\": 1}\n"));
        assertThat(json.schema()).hasToString("b BIGINT");
    }

    @Test
    void bad_rows_in_such_a_folder_are_told_without_a_further_column() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "b\n" + "1\n".repeat(30_000) + "x\n");

        assertThat(CsvTest.failure(file)).contains("line 30,002, column \"b\"");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a backslash is no part of a name there")
    void a_backslash_in_a_name_is_part_of_the_name() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a").resolve("b.csv"), "n\n1\n");
        Path strange = Files.writeString(folder.resolve("a\\b.csv"), "n\n2\n");

        assertThat(Table.csv(strange).longs("n")).containsExactly(2);
    }
}
