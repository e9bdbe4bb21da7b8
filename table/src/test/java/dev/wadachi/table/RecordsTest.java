package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordsTest {

    enum Size {
        SMALL,
        LARGE
    }

    record Everything(
            boolean yes,
            int i,
            long l,
            float f,
            double d,
            String s,
            Size size,
            LocalDate day,
            LocalDateTime time,
            Instant instant,
            BigDecimal price) {}

    record Boxes(
            @Nullable Boolean yes,
            @Nullable Integer i,
            @Nullable Long l,
            @Nullable Float f,
            @Nullable Double d,
            @Nullable String s,
            @Nullable Size size,
            @Nullable LocalDate day,
            @Nullable BigDecimal price) {}

    record Positive(long n) {
        Positive {
            if (n < 1) {
                throw new IllegalArgumentException("n must be at least 1, but was " + n);
            }
        }
    }

    @Test
    void every_kind_of_component_goes_out_and_comes_back() {
        var one = new Everything(
                true,
                -1,
                Long.MAX_VALUE,
                0.1f,
                Math.PI,
                "a'b\"c\nd",
                Size.LARGE,
                LocalDate.of(2021, 8, 2),
                LocalDateTime.of(2021, 8, 2, 23, 59, 59, 123_456_000),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                new BigDecimal("12.50"));
        assertThat(Table.of(List.of(one)).as(Everything.class)).containsExactly(one);
    }

    @Test
    void boxes_may_be_empty() {
        var full = new Boxes(true, 1, 2L, 3f, 4d, "5", Size.SMALL, LocalDate.EPOCH, BigDecimal.TEN);
        var empty = new Boxes(null, null, null, null, null, null, null, null, null);
        assertThat(Table.of(List.of(full, empty)).as(Boxes.class)).containsExactly(full, empty);
    }

    @Test
    void decimals_keep_the_digits_of_the_longest() {
        record Price(BigDecimal price) {}
        Table table = Table.of(List.of(new Price(new BigDecimal("1.5")), new Price(new BigDecimal("2.125"))));
        assertThat(table.schema()).hasToString("price DECIMAL(38,3)");
        assertThat(table.as(Price.class))
                .containsExactly(new Price(new BigDecimal("1.500")), new Price(new BigDecimal("2.125")));
    }

    @Test
    void no_records_still_have_columns() {
        assertThat(Table.of(Everything.class, List.of()).schema().names())
                .contains("size", "price")
                .hasSize(11);
        assertThatThrownBy(() -> Table.of(List.of())).hasMessageContaining("Table.of(Row.class, rows)");
    }

    @Test
    void components_that_no_column_holds_are_refused_all_at_once() {
        record Odd(int fine, List<String> list, Thread thread) {}
        assertThatThrownBy(() -> Table.of(Odd.class, List.of()))
                .isInstanceOf(TableException.class)
                .hasMessage("""
                no column holds list: java.util.List<java.lang.String>, thread: java.lang.Thread of Odd
                  columns hold boolean, int, long, float, double (or their boxes, which may be null), String, enums, \
                LocalDate, LocalDateTime, Instant and BigDecimal""");
    }

    @Test
    void columns_that_do_not_fit_are_refused_all_at_once() {
        record Sale(String store, int sales, double unitPrice) {}
        Table table = Table.query("select 'chiba' as stor, 'many' as sales, 1.5 as unit_price", Map.of());
        assertThatThrownBy(() -> table.as(Sale.class))
                .isInstanceOf(TableException.class)
                .hasMessage("""
                the rows do not fit Sale:
                  no column for store (did you mean "stor"?)
                  column "sales" holds VARCHAR, but sales is int
                  columns: stor VARCHAR, sales VARCHAR, unit_price DECIMAL(2,1)""");
    }

    @Test
    void a_missing_value_for_a_primitive_is_refused_with_its_row() {
        record Sale(int sales) {}
        Table table = Table.query("select * from (values (1), (2), (null)) t(sales)", Map.of());
        assertThatThrownBy(() -> table.as(Sale.class))
                .hasMessage(
                        "row 3 has no value for sales, and a primitive cannot be missing; make it Integer, or say in SQL what to take instead");
    }

    @Test
    void what_a_constructor_refuses_is_shown_with_its_row() {
        Table table = Table.query("select * from (values (1), (0)) t(n)", Map.of());
        assertThatThrownBy(() -> table.as(Positive.class))
                .hasMessage(
                        "row 2 makes no Positive: java.lang.IllegalArgumentException: n must be at least 1, but was 0");
    }

    @Test
    void an_unknown_constant_is_refused() {
        record Shirt(Size size) {}
        Table table = Table.query("select 'HUGE' as size", Map.of());
        assertThatThrownBy(() -> table.as(Shirt.class))
                .hasMessage("there is no Size called \"HUGE\"; there are SMALL, LARGE");
    }

    record Day(LocalDate day) {}

    record Moment(@Nullable Instant at) {}

    record Cost(@Nullable BigDecimal price) {}

    @Test
    void a_value_beyond_its_columns_type_is_named_with_its_row_and_without_a_stack() {
        assertThatThrownBy(() -> Table.of(List.of(new Day(LocalDate.EPOCH), new Day(LocalDate.MAX)))
                        .rows())
                .isInstanceOf(TableException.class)
                .hasMessage(
                        "row 2, column \"day\": +999999999-12-31 is no DATE; leave it missing (null), or bring it into"
                                + " that type's range");
        assertThatThrownBy(() -> Table.of(List.of(new Moment(null), new Moment(null), new Moment(Instant.MAX)))
                        .strings("at"))
                .hasMessageStartingWith("row 3, column \"at\": +1000000000-12-31T23:59:59.999999999Z is no TIMESTAMP")
                .hasMessageNotContaining("\tat ");
        assertThatThrownBy(() -> Table.of(List.of(new Cost(new BigDecimal("1" + "0".repeat(38)))))
                        .strings("price"))
                .hasMessageStartingWith(
                        "row 1, column \"price\": 1" + "0".repeat(38) + " is no DECIMAL(38,0); decimals have 38 digits")
                .hasMessageNotContaining("\tat ");
        assertThatThrownBy(() -> Table.of(List.of(new Cost(new BigDecimal("0.1")), new Cost(new BigDecimal("1e-40"))))
                        .strings("price"))
                .hasMessageStartingWith("row 2, column \"price\": 1E-40 is no DECIMAL(38,38); ")
                .hasMessageNotContaining("\tat ");
    }

    @Test
    void a_row_that_is_null_is_named() {
        List<@Nullable Day> rows = Arrays.asList(new Day(LocalDate.EPOCH), null);
        assertThatThrownBy(() -> Table.of(Day.class, rows))
                .isInstanceOf(TableException.class)
                .hasMessage("row 2 is null, and no Day: leave it out");
    }
}
