package dev.wadachi.table;

import static dev.wadachi.table.TableExpectations.column;
import static dev.wadachi.table.TableExpectations.rows;
import static dev.wadachi.table.TableExpectations.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wadachi.task.Expectations;
import dev.wadachi.task.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableExpectationsTest {

    private static final int ROWS = 1000;

    /// store cycles through three names and a missing one, sales is 0…999, x has one NaN.
    private final Table table = Columns.none()
            .strings(
                    "store",
                    IntStream.range(0, ROWS)
                            .mapToObj(i -> i % 4 == 3
                                    ? null
                                    : List.of("chiba", "osaka", "kobe").get(i % 4))
                            .toArray(String[]::new))
            .longs("sales", IntStream.range(0, ROWS).asLongStream().toArray())
            .doubles(
                    "x",
                    IntStream.range(0, ROWS)
                            .mapToDouble(i -> i == 17 ? Double.NaN : i)
                            .toArray())
            .dates(
                    "day",
                    IntStream.range(0, ROWS)
                            .mapToObj(i -> LocalDate.of(2021, 1, 1).plusDays(i))
                            .toArray(LocalDate[]::new))
            .table();

    private List<String> broken(Expectations<Table> expectations) {
        return expectations.check(table).stream().map(Violation::toString).toList();
    }

    @Test
    void what_is_as_expected_is_not_mentioned() {
        assertThat(broken(column("sales")
                        .between(0, 999)
                        .and(column("day").between(LocalDate.of(2021, 1, 1), LocalDate.of(2023, 12, 31)))
                        .and(column("store").inSet("chiba", "osaka", "kobe"))
                        .and(column("store").matches("[a-z]+"))
                        .and(column("sales").notNull())
                        .and(unique("sales"))
                        .and(unique("store", "sales"))
                        .and(rows().between(1, 1000))))
                .isEmpty();
    }

    @Test
    void a_broken_expectation_is_shown_with_counts_and_examples() {
        assertThat(broken(column("sales").between(0, 899))).containsExactly("""
                expected that sales is between 0 and 899, but 100 of 1,000 rows are not so, such as
                  store     sales       x  day
                  varchar  bigint  double  date
                  chiba       900   900.0  2023-06-20
                  osaka       901   901.0  2023-06-21
                  kobe        902   902.0  2023-06-22""");
    }

    @Test
    void every_broken_expectation_is_counted() {
        assertThat(broken(column("store").notNull()).getFirst())
                .startsWith("expected that store is never missing, but 250 of 1,000 rows are not so");
        assertThat(broken(column("store").inSet("chiba", "kobe")).getFirst())
                .startsWith("expected that store is one of chiba, kobe, but 250 of 1,000 rows are not so");
        assertThat(broken(column("store").matches("[a-j].*")).getFirst())
                .startsWith("expected that store matches [a-j].*, but 500 of 1,000 rows are not so");
        assertThat(broken(column("x").between(0.0, 1e6)).getFirst())
                .startsWith("expected that x is between 0.0 and 1000000.0, but 1 of 1,000 rows is not so")
                .contains("nan");
        assertThat(broken(column("day").between(LocalDate.of(2021, 1, 3), LocalDate.MAX))
                        .getFirst())
                .contains("2 of 1,000 rows");
        assertThat(broken(unique("store")).getFirst())
                .startsWith("expected that store is unique, but 996 of 1,000 rows repeat an earlier one, such as");
        assertThat(broken(rows().between(1, 10)))
                .containsExactly("expected that there are 1 to 10 rows, but there are 1,000");
    }

    @Test
    void all_that_is_broken_is_reported_at_once() {
        assertThat(broken(column("sales")
                        .between(1, 999)
                        .and(column("slaes").notNull())
                        .and(unique("store"))))
                .hasSize(3)
                .anyMatch(text -> text.contains("there is no column \"slaes\"; did you mean \"sales\"?"));
    }

    @Test
    void warnings_are_violations_that_only_warn() {
        Expectations<Table> both =
                column("sales").between(1, 999).and(column("store").notNull().asWarnings());
        assertThat(both.check(table))
                .extracting(Violation::level)
                .containsExactly(Violation.Level.REFUSE, Violation.Level.WARN);
    }

    @Test
    void a_quote_in_a_name_or_a_text_is_no_sql() {
        Table odd = Columns.none()
                .strings("it's \"odd\"", new String[] {"a'b", "c"})
                .table();
        assertThat(column("it's \"odd\"").inSet("a'b").check(odd)).hasSize(1);
        assertThat(column("it's \"odd\"").inSet("a'b", "c").check(odd)).isEmpty();
    }

    @Test
    void bounds_that_cannot_be_met_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rows().between(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> column("x").between(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> column("x").inSet());
    }

    @Test
    void sums_means_and_quantiles_lie_within_bounds() {
        assertThat(broken(column("sales")
                        .sum()
                        .between(499_500, 499_500)
                        .and(column("sales").mean().between(499, 500))
                        .and(column("sales").quantile(0.5).between(499.5, 499.5))
                        .and(column("sales").quantile(0.9).atLeast(899))
                        .and(column("day").fresh(LocalDate.of(2023, 9, 30), Period.ofDays(3)))
                        .and(column("day").fresh(Instant.parse("2023-09-27T12:00:00Z"), Duration.ofHours(12)))))
                .isEmpty();
    }

    @Test
    void what_is_measured_out_of_bounds_is_told_with_the_rows_at_that_end() {
        assertThat(broken(column("sales").quantile(0.5).atLeast(700)))
                .singleElement()
                .asString()
                .startsWith("expected that the median of sales is at least 700.0, but over 1,000 rows it is 499.5; "
                        + "the smallest are\n")
                .contains("chiba         0");
        assertThat(broken(column("x").sum().between(0, 1e9)))
                .singleElement()
                .asString()
                .startsWith("expected that the sum of x is between 0.0 and 1.0E9, but over 1,000 rows it is nan; ");
    }

    @Test
    void data_that_are_too_old_are_told_with_the_newest_rows() {
        assertThat(broken(column("day").fresh(LocalDate.of(2024, 1, 1), Period.ofDays(7))))
                .singleElement()
                .asString()
                .startsWith("expected that the newest day is within 7 days of 2024-01-01, but over 1,000 rows it is "
                        + "2023-09-27; the newest are\n")
                .contains("2023-09-27");
        assertThat(broken(column("day").fresh(Instant.parse("2023-09-30T00:00:00Z"), Duration.ofHours(36))))
                .singleElement()
                .asString()
                .contains("the newest day is within 36h of 2023-09-30T00:00:00Z, but");
    }

    @Test
    void columns_are_compared_row_by_row() {
        assertThat(broken(column("sales")
                        .atMostColumn("sales")
                        .and(column("sales").equalToColumn("sales"))
                        .and(column("x").atMostColumn("x"))))
                .isEmpty();
        assertThat(broken(column("sales").lessThanColumn("sales")))
                .singleElement()
                .asString()
                .startsWith("expected that sales is less than sales, but 1,000 of 1,000 rows are not so, such as\n");
        assertThat(broken(column("x").equalToColumn("sales")))
                .singleElement()
                .asString()
                .contains("1 of 1,000 rows is not so:\n")
                .contains("17");
        assertThat(broken(column("sales").differentFromColumn("sells")))
                .containsExactly("expected that sales is different from sells, but there is no column \"sells\"; did "
                        + "you mean \"sales\"? (columns: store, sales, x, day)");
    }

    @Test
    void a_share_of_values_may_be_missing() {
        assertThat(broken(column("store").missingAtMost(0.25))).isEmpty();
        assertThat(broken(column("store").missingAtMost(0.2)))
                .singleElement()
                .asString()
                .startsWith("expected that store is missing in at most 20 % of the rows, but it is so in 250 of 1,000 "
                        + "(25 %), such as\n");
    }

    @Test
    void a_table_without_rows_meets_what_is_expected_of_values() {
        Table none = table.sql("from this where sales < 0");
        assertThat(column("sales")
                        .mean()
                        .between(1, 2)
                        .and(column("day").fresh(LocalDate.of(2024, 1, 1), Period.ofDays(7)))
                        .and(column("store").missingAtMost(0))
                        .check(none))
                .isEmpty();
    }

    @Test
    void bounds_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> column("x").mean().between(2, 1))
                .withMessage("bounds must be least <= most, but were 2.0 and 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> column("x").missingAtMost(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> column("x").quantile(50));
    }
}
