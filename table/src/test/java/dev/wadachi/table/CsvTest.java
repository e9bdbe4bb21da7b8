package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    private final Path folder;

    CsvTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /// What is said when the rows of this file are read.
    static String failure(Path file) {
        return failure(file, CsvOptions.sniffed());
    }

    static String failure(Path file, CsvOptions options) {
        return String.valueOf(catchThrowableOfType(
                        TableException.class, () -> Table.csv(file, options).profile())
                .getMessage());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("some.csv"), content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            store,week,sold;ueno,2021-01-04,5;ueno,2021-01-11,6;ueno,2021-01-18,1,200 ! line 4: there are too many cells
            a,b;1,2;3,4,5                                                             ! line 3: there are too many cells
            a,b;1,2;3,4;5,6;7,8;9,10,11                                               ! line 6: there are too many cells
            x;1,000;2,000                                                             ! most of its lines hold
            name,price;x,1,000;y,2,000                                                ! line 2: there are too many cells
            id,note;1,hello, world;2,a, b                                             ! line 2: there are too many cells
            id,note;1,fine;2,a,b;3,c,d                                                ! line 3: there are too many cells
            id,note,x;1,2;3,4                                                         ! cells are missing
            """)
    void no_line_is_passed_over_to_make_a_table_of_the_others(String lines, String told) throws IOException {
        Path file = file(lines.replace(';', '\n') + "\n");

        assertThat(failure(file)).contains(told);
        assertThat(failure(file, CsvOptions.sniffed().header(CsvOptions.Header.PRESENT)))
                .contains(told);
    }

    @Test
    void bars_between_numbers_with_commas_are_seen() throws IOException {
        Table table = Table.csv(file("a|b\n1,5|2,5\n2,5|3,5\n"));

        assertThat(table.strings("b")).containsExactly("2,5", "3,5");
    }

    @Test
    void many_rows_with_a_cell_too_many_do_not_outvote_the_header() throws IOException {
        StringBuilder lines = new StringBuilder("store,sold,price\n").append("ueno,5,100\n".repeat(5));
        lines.append("ueno,1,200,100\n".repeat(400));

        assertThat(failure(file(lines.toString())))
                .contains("has 400 bad rows")
                .contains("line 7: there are too many cells")
                .contains(".skip(");
    }

    @Test
    void lines_above_the_table_are_passed_over_when_that_is_said() throws IOException {
        Path file = file("Sales of 2021\nexported on Monday\nstore,sold\nueno,5\nshinjuku,7\n");

        assertThat(Table.csv(file, CsvOptions.sniffed().skip(2)).longs("sold")).containsExactly(5, 7);
        assertThat(failure(file)).contains(".skip(");
        assertThatThrownBy(() -> CsvOptions.sniffed().skip(-1)).hasMessageContaining("-1");
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
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such names")
    void a_name_that_no_pattern_can_mean_is_refused() throws IOException {
        Path both = Files.writeString(folder.resolve("a\\b[1].csv"), "x\n3\n");
        assertThatThrownBy(() -> Table.csv(both).rows())
                .isInstanceOf(TableException.class)
                .hasMessageContaining("rename it");
    }

    @Test
    void rows_keep_the_order_of_the_file() throws IOException {
        int rows = 300_000;
        var text = new StringBuilder("n,padding\n");
        IntStream.range(0, rows).forEach(n -> text.append(n).append(",padding-to-make-the-file-larger\n"));
        assertThat(Table.csv(file(text.toString())).ints("n"))
                .isEqualTo(IntStream.range(0, rows).toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "BIGINT, 7, 0.9",
        "BIGINT, 7, 1.5e-1",
        "DATE, 2021-01-01, 2021-01-02 23:59:59",
        "TIMESTAMP, 2021-01-01 10:00:00, 2021-01-01 23:59:59+09:00",
        "TIMESTAMP, 2021-01-01 10:00:00, 2021-01-01 23:59:59.123456789",
        "DOUBLE, 0.5, 1e400"
    })
    void a_late_cell_that_its_column_would_change_is_a_bad_one(String type, String usual, String odd)
            throws IOException {
        Path file = file("k,v\n" + ("x," + usual + "\n").repeat(30_000) + "y," + odd + "\n");

        assertThat(failure(file))
                .contains("some.csv has a cell that the column would change to fit its type")
                .contains("row 30,001, column \"v\": '" + odd + "' is no " + type)
                .contains(".type(\"v\", …)");
    }

    @Test
    void a_declared_type_changes_no_cell_either() throws IOException {
        Path file = file("a\n1.5\n2\n");

        assertThat(failure(file, CsvOptions.sniffed().type("a", ColumnType.BIGINT)))
                .contains("row 1, column \"a\": '1.5' is no BIGINT");
        assertThat(Table.csv(file("a\n5.0\n2\n"), CsvOptions.sniffed().type("a", ColumnType.BIGINT))
                        .longs("a"))
                .containsExactly(5, 2);
    }

    @Test
    void a_day_at_midnight_is_a_day_and_an_instant_keeps_its_offset() throws IOException {
        Table table = Table.csv(
                file("day,at\n2021-01-02 00:00:00,2021-01-01 23:59:59+09:00\n"),
                CsvOptions.sniffed().type("day", ColumnType.DATE));

        assertThat(table.schema()).hasToString("day DATE, at TIMESTAMP WITH TIME ZONE");
        assertThat(table.strings("at")).containsExactly("2021-01-01 14:59:59+00");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
                item,n|x,1|y|z,2           => line 3, column "n": cells are missing in 'y'
                a,b|1,2|1,2|1,2,3|1,2      => line 4: there are too many cells in '1,2,3'
                a;b|1;2|3;4|Total: 2 rows  => line 4, column "b": cells are missing in 'Total: 2 rows'
                item,n|"x,1|y,2|z,3        => a quote is not closed
                """)
    void a_row_of_another_length_does_not_make_one_text_of_each_line(String lines, String told) throws IOException {
        assertThat(failure(file(lines.strip().replace('|', '\n') + "\n"))).contains("some.csv has a bad row", told);
    }

    @Test
    void a_bad_row_among_those_that_are_looked_at_is_told_with_its_line() throws IOException {
        Path file = file("a,b\n" + "1,2\n".repeat(5_000) + "1,2,3\n" + "1,2\n".repeat(25_000));

        assertThat(failure(file)).contains("line 5,002: there are too many cells in '1,2,3'");
        assertThat(failure(file, CsvOptions.sniffed().delimiter(',')))
                .contains("line 5,002: there are too many cells in '1,2,3'");
    }

    @Test
    void texts_of_one_column_may_hold_commas() throws IOException {
        assertThat(Table.csv(file("note\nred, blue\ngreen\nyellow\n")).strings("note"))
                .containsExactly("red, blue", "green", "yellow");
        assertThat(Table.csv(file("\"name, first\"\nAnn\nBob\n")).schema()).hasToString("name, first VARCHAR");
    }

    @Test
    void a_file_in_another_encoding_is_read_and_one_that_is_not_in_it_refused() throws IOException {
        Charset japanese = Charset.forName("windows-31j");
        Path file = folder.resolve("売上.csv");
        Files.write(file, "店,個数\n大阪,3\n".getBytes(japanese));

        Table table = Table.csv(file, CsvOptions.sniffed().charset(japanese));

        assertThat(table.schema()).hasToString("店 VARCHAR, 個数 BIGINT");
        assertThat(table.strings("店")).containsExactly("大阪");
        assertThat(failure(file))
                .contains("売上.csv")
                .contains(".charset(Charset.forName(")
                .doesNotContain("ignore_errors");
        assertThat(failure(file, CsvOptions.sniffed().charset(StandardCharsets.US_ASCII)))
                .contains("売上.csv is not in US-ASCII");
    }

    @Test
    void an_empty_file_has_no_columns_and_one_of_a_header_alone_no_rows() throws IOException {
        assertThat(failure(file(""))).contains("some.csv is empty");
        assertThat(Table.csv(file("a,b\n")).schema().columns()).hasSize(2);
    }

    @Test
    void how_days_are_written_can_be_said() throws IOException {
        Path file = file("day\n01/02/2021\n03/02/2021\n");

        assertThat(Table.csv(file, CsvOptions.sniffed().dates("%m/%d/%Y")).dates("day"))
                .containsExactly(LocalDate.of(2021, 1, 2), LocalDate.of(2021, 3, 2));
    }

    @Test
    void a_type_for_a_column_that_is_not_there_is_refused_with_the_nearest() throws IOException {
        assertThat(failure(file("code,n\n007,1\n"), CsvOptions.sniffed().type("kode", ColumnType.VARCHAR)))
                .contains("kode")
                .contains("code")
                .doesNotContain("Binder");
    }

    @Test
    void a_name_that_stands_twice_in_the_header_is_refused_until_that_is_wanted() throws IOException {
        Path file = Files.writeString(folder.resolve("twice.csv"), "item,cans,,Item,,cans,item\n1,2,3,4,5,6,7\n");
        assertThatThrownBy(() -> Table.csv(file).rows())
                .isInstanceOf(TableException.class)
                .hasMessageContaining("""
                        twice.csv has a name more than once
                          "item" stands above the columns 1, 4, 7
                          "cans" stands above the columns 2, 6
                        """)
                .hasMessageContaining("CsvOptions.sniffed().repeats(CsvOptions.Repeats.NUMBERED)");

        Table table = Table.csv(file, CsvOptions.sniffed().repeats(CsvOptions.Repeats.NUMBERED));
        assertThat(table.longs("cans_1")).containsExactly(6);
        assertThat(table.longs("item_2")).containsExactly(7);
    }

    @Test
    void whole_numbers_beyond_64_bits_are_refused_with_their_rows() throws IOException {
        Path file = file("id,name\n1,a\n18446744073709551615,b\n-9223372036854775808,c\n");
        assertThatThrownBy(() -> Table.csv(file).rows())
                .hasMessageContaining("has a cell that the column would change to fit its type")
                .hasMessageContaining("row 2, column \"id\": '18446744073709551615' is no BIGINT")
                .hasMessageEndingWith("CsvOptions.sniffed().type(\"id\", …); a VARCHAR keeps every cell")
                .hasNoCause();
        assertThat(Table.csv(file, CsvOptions.sniffed().type("id", ColumnType.VARCHAR))
                        .strings("id"))
                .contains("18446744073709551615");

        Path late = file("id\n" + "1\n".repeat(30_000) + "18446744073709551615\n");
        assertThatThrownBy(() -> Table.csv(late).rows())
                .hasMessageContaining("line 30,002, column \"id\": Could not convert string")
                .hasMessageNotContainingAny("types={", "sample_size")
                .hasNoCause();
    }
}
