package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    private final Path folder;

    CsvTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("some.csv"), content);
    }

    @Test
    void a_code_with_leading_zeros_stays_a_text_when_declared_one() throws IOException {
        Path file = file("code,sales\n007,1\n10,2\n");
        Table declared = Table.csv(file, CsvOptions.sniffed().type("code", ColumnType.VARCHAR));
        assertThat(declared.schema()).hasToString("code VARCHAR, sales BIGINT");
        assertThat(declared.strings("code")).containsExactly("007", "10");
    }

    @Test
    void a_code_with_leading_zeros_is_still_a_text_after_it_was_stored() throws IOException {
        Path stored = folder.resolve("stored.parquet");
        Table.csv(file("code\n007\n"), CsvOptions.sniffed().type("code", ColumnType.VARCHAR))
                .toParquet(stored);
        assertThat(Table.parquet(stored).strings("code")).containsExactly("007");
    }

    @Test
    void the_dialect_is_found_out() throws IOException {
        Table table = Table.csv(file("name;price\n'a;b';1\n'c';2\n"));
        assertThat(table.strings("name")).containsExactly("a;b", "c");
        assertThat(table.longs("price")).containsExactly(1, 2);
    }

    @Test
    void the_dialect_can_be_said() throws IOException {
        var options = CsvOptions.sniffed()
                .delimiter('|')
                .quote('"')
                .header(CsvOptions.Header.ABSENT)
                .missing("NA", "?");
        Table table = Table.csv(file("1|NA\n?|\"x|y\"\n"), options);
        assertThat(table.doubles("column0")).containsExactly(1, Double.NaN);
        assertThat(table.strings("column1")).containsExactly(null, "x|y");
    }

    @Test
    void a_row_with_too_many_cells_is_named_with_its_line() throws IOException {
        Path file = file("a,b\n" + "1,2\n".repeat(40_000) + "1,2,3\n" + "1,2\n".repeat(9));
        assertThatThrownBy(() -> Table.csv(file).rows())
                .isInstanceOf(TableException.class)
                .hasMessageContaining("some.csv has a bad row\n  line 40,002: there are too many cells in '1,2,3'");
    }

    @Test
    void a_cell_of_another_type_is_named_with_its_line_and_column() throws IOException {
        Path file = file("a,b\n" + "1,2\n".repeat(40_000) + "1,two\n");
        assertThatThrownBy(() -> Table.csv(file).doubles("b"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(
                        "line 40,002, column \"b\": Could not convert string \"two\" to 'BIGINT' in '1,two'");
    }

    @Test
    void all_bad_rows_are_told_and_the_first_ten_shown_also_below_sql() throws IOException {
        Path file = file("a,b\n" + "1,2\n".repeat(40_000) + "x,1\n1,2,3\n1\n" + "y,z\n".repeat(9));
        assertThatThrownBy(
                        () -> Table.csv(file).sql("select a + 1 as c from this").rows())
                .isInstanceOf(TableException.class)
                .hasMessageContaining("some.csv has 12 bad rows\n")
                .hasMessageContaining("line 40,002, column \"a\": Could not convert string \"x\" to 'BIGINT' in 'x,1'")
                .hasMessageContaining("line 40,003: there are too many cells in '1,2,3'")
                .hasMessageContaining("line 40,004, column \"b\": cells are missing in '1'")
                .hasMessageContaining("and more\n  mend the file; or say what it means");
    }

    @Test
    void tabs_are_found_out_too() throws IOException {
        Path file = file("store\tsales\nchiba, east\t1\nosaka\t2\n");
        assertThat(Table.csv(file).schema()).hasToString("store VARCHAR, sales BIGINT");
        assertThat(Table.csv(file).strings("store")).containsExactly("chiba, east", "osaka");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Table.csv(folder.resolve("nowhere.csv")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("there is no file")
                .hasMessageContaining("nowhere.csv");
        assertThatThrownBy(() -> Table.csv(folder)).hasMessageContaining("is a folder");
    }

    @Test
    void a_type_for_a_column_that_is_not_there_is_refused() throws IOException {
        Path file = file("code,sales\n007,1\n");
        assertThatThrownBy(() -> Table.csv(file, CsvOptions.sniffed().type("cod", ColumnType.VARCHAR)))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("some.csv")
                .hasMessageContaining("cod");
    }

    @Test
    void a_name_that_looks_like_a_pattern_means_one_file() throws IOException {
        Files.writeString(folder.resolve("a1.csv"), "x\n1\n2\n");
        Path pattern = Files.writeString(folder.resolve("a[1].csv"), "x\n3\n");
        assertThat(Table.csv(pattern).longs("x")).containsExactly(3);
    }

    @Test
    void rows_keep_the_order_of_the_file() throws IOException {
        int rows = 300_000;
        var text = new StringBuilder("n,padding\n");
        IntStream.range(0, rows).forEach(n -> text.append(n).append(",padding-to-make-the-file-larger\n"));
        assertThat(Table.csv(file(text.toString())).ints("n"))
                .isEqualTo(IntStream.range(0, rows).toArray());
    }
}
