package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void every_kind_of_array_becomes_a_column() {
        Table table = Columns.none()
                .ints("i", new int[] {1, Integer.MIN_VALUE})
                .longs("l", new long[] {2, Long.MIN_VALUE})
                .floats("f", new float[] {0.1f, Float.NaN})
                .doubles("d", new double[] {0.1, Double.NEGATIVE_INFINITY})
                .booleans("b", new boolean[] {true, false})
                .strings("s", new String[] {"あ", null})
                .dates("t", new LocalDate[] {LocalDate.of(1969, 12, 31), null})
                .table();
        assertThat(table.schema()).hasToString("i INTEGER, l BIGINT, f FLOAT, d DOUBLE, b BOOLEAN, s VARCHAR, t DATE");
        assertThat(table.ints("i")).containsExactly(1, Integer.MIN_VALUE);
        assertThat(table.longs("l")).containsExactly(2, Long.MIN_VALUE);
        assertThat(table.doubles("f")).containsExactly(0.1f, Double.NaN);
        assertThat(table.doubles("d")).containsExactly(0.1, Double.NEGATIVE_INFINITY);
        assertThat(table.strings("b")).containsExactly("true", "false");
        assertThat(table.strings("s")).containsExactly("あ", null);
        assertThat(table.dates("t")).containsExactly(LocalDate.of(1969, 12, 31), null);
    }

    @Test
    void a_table_does_not_change_with_the_array_that_it_was_made_of() {
        double[] values = {1, 2};
        Table table = Columns.none().doubles("x", values).table();
        values[0] = 9;
        assertThat(table.doubles("x")).containsExactly(1, 2);
    }

    @Test
    void many_rows_keep_their_order() {
        long[] values = LongStream.range(0, 500_000).toArray();
        Table table = Columns.none().longs("n", values).table();
        assertThat(table.rows()).isEqualTo(500_000);
        assertThat(table.longs("n")).isEqualTo(values);
        assertThat(table.sql("select sum(n) as s from this").longs("s")).containsExactly(499_999L * 500_000 / 2);
    }

    @Test
    void a_table_may_have_no_rows() {
        Table table = Columns.none().doubles("x", new double[0]).table();
        assertThat(table.rows()).isZero();
        assertThat(table.doubles("x")).isEmpty();
        assertThat(table.show()).isEqualTo("     x\ndouble\n0 rows\n");
    }

    @Test
    void columns_of_different_lengths_are_refused() {
        assertThatThrownBy(() -> Columns.none()
                        .longs("a", new long[2])
                        .longs("b", new long[3])
                        .table())
                .isInstanceOf(TableException.class)
                .hasMessage("all columns must be of one length, but \"a\" has 2 values and \"b\" has 3");
    }

    @Test
    void a_table_without_columns_is_refused() {
        assertThatThrownBy(() -> Columns.none().table())
                .isInstanceOf(TableException.class)
                .hasMessageContaining("at least one column");
    }

    @Test
    void a_column_that_is_not_there_is_shown_with_the_nearest() {
        Table table = Columns.none()
                .doubles("price", new double[1])
                .doubles("sales", new double[1])
                .table();
        assertThatThrownBy(() -> table.doubles("prise"))
                .isInstanceOf(TableException.class)
                .hasMessage("""
                there is no column "prise"; did you mean "price"?
                  columns: price, sales""");
    }

    @Test
    void a_column_of_another_kind_is_refused_with_the_way_out() {
        Table table = Columns.none()
                .strings("store", new String[1])
                .doubles("x", new double[1])
                .table();
        assertThatThrownBy(() -> table.doubles("store"))
                .hasMessage("column \"store\" holds VARCHAR, not numbers; cast it in SQL: CAST(… AS DOUBLE)");
        assertThatThrownBy(() -> table.longs("x"))
                .hasMessage("column \"x\" holds DOUBLE, not whole numbers; cast it in SQL: CAST(… AS BIGINT)");
        assertThatThrownBy(() -> table.dates("store"))
                .hasMessage("column \"store\" holds VARCHAR, not dates; cast it in SQL: CAST(… AS DATE)");
    }

    @Test
    void a_missing_whole_number_is_refused_with_its_row() {
        Table table = Table.query("select * from (values (1), (null)) t(n)", java.util.Map.of());
        assertThat(table.doubles("n")).containsExactly(1, Double.NaN);
        assertThatThrownBy(() -> table.longs("n"))
                .hasMessage(
                        "column \"n\" has no value in row 2, and a whole number cannot be missing; say in SQL what to take "
                                + "instead: coalesce(n, 0), or read it with doubles(…), where it is NaN");
    }

    @Test
    void half_of_a_character_is_refused_by_its_row() {
        assertThatThrownBy(() -> Columns.none().strings("s", new String[] {"\ud83d\ude00", null, "\ud83d"}))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("row 3, column \"s\": there is half of a character");
    }
}
