package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodesTest {

    @TempDir
    Path folder;

    private final Table table = Columns.none()
            .strings("store", new String[] {"osaka", null, "chiba", "osaka", "", "千葉"})
            .dates("day", new LocalDate[] {
                LocalDate.of(1970, 1, 2),
                LocalDate.of(1969, 12, 31),
                LocalDate.of(2021, 8, 2),
                LocalDate.of(2021, 8, 2),
                LocalDate.of(1, 1, 1),
                LocalDate.of(9999, 12, 31)
            })
            .table();

    @Test
    void a_column_comes_as_numbers_with_the_texts_that_they_stand_for() {
        Codes codes = table.codes("store");
        assertThat(codes.values()).containsExactly("", "chiba", "osaka", "千葉");
        assertThat(codes.numbers()).containsExactly(2, Codes.MISSING, 1, 2, 0, 3);
        assertThat(codes.value(0)).isEqualTo("osaka");
        assertThat(codes.value(1)).isNull();
    }

    @Test
    void other_columns_come_as_the_texts_that_sql_prints() {
        assertThat(table.codes("day").values())
                .contains("1969-12-31", "9999-12-31")
                .hasSize(5);
    }

    @Test
    void columns_without_rows_and_without_values_have_codes_too() {
        assertThat(table.sql("from this where store = 'nowhere'").codes("store").numbers())
                .isEmpty();
        assertThat(table.sql("select null::varchar as n from this").codes("n").numbers())
                .containsOnly(Codes.MISSING);
    }

    @Test
    void many_rows_of_few_texts_are_the_same_texts_read_either_way() {
        int rows = 300_000;
        String[] stores = IntStream.range(0, rows)
                .mapToObj(i -> i % 97 == 0 ? null : "store " + i * 31L % 1000)
                .toArray(String[]::new);
        Table many = Columns.none()
                .strings("store", stores)
                .strings("id", IntStream.range(0, rows).mapToObj(i -> "id " + i).toArray(String[]::new))
                .table();
        Path file = folder.resolve("many.parquet");
        many.toParquet(file);
        Table stored = Table.parquet(file);
        // Whether they are equal is asked of the arrays themselves: AssertJ takes ten seconds for it.
        assertThat(Arrays.equals(stored.strings("store"), stores)).isTrue();
        assertThat(stored.codes("id").values()).hasSize(rows);
        assertThat(stored.codes("id").value(123_456)).isEqualTo("id 123456");
    }

    @Test
    void days_come_as_numbers_since_1970() {
        assertThat(table.epochDays("day"))
                .containsExactly(
                        1,
                        -1,
                        (int) LocalDate.of(2021, 8, 2).toEpochDay(),
                        (int) LocalDate.of(2021, 8, 2).toEpochDay(),
                        (int) LocalDate.of(1, 1, 1).toEpochDay(),
                        (int) LocalDate.of(9999, 12, 31).toEpochDay());
        assertThatThrownBy(() -> table.sql("select case when store = '' then null else day end as day from this")
                        .epochDays("day"))
                .isInstanceOf(TableException.class)
                .hasMessage("column \"day\" has no value in row 5, and a day as a number cannot be missing; say in SQL "
                        + "what to take instead: coalesce(day, DATE '1970-01-01'), or read it with dates(…), where it "
                        + "is null");
    }
}
