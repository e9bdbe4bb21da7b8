package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplittingTest {

    private static final int ROWS = 1000;

    @TempDir
    Path folder;

    /// Ten rows a day; ids in a mixed order.
    private final Table sales = Columns.none()
            .ints("id", IntStream.range(0, ROWS).map(i -> i * 7 % ROWS).toArray())
            .dates(
                    "day",
                    IntStream.range(0, ROWS)
                            .mapToObj(i -> LocalDate.of(2021, 1, 1).plusDays(i / 10))
                            .toArray(LocalDate[]::new))
            .strings(
                    "store",
                    IntStream.range(0, ROWS).mapToObj(i -> "s" + i % 20).toArray(String[]::new))
            .booleans("rare", booleans())
            .table();

    private static boolean[] booleans() {
        boolean[] rare = new boolean[ROWS];
        for (int i = 0; i < ROWS; i += 50) {
            rare[i] = true;
        }
        return rare;
    }

    /// Every row is on one side, in the order that it had.
    private void isWhole(Split split) {
        int[] all = sales.ints("id");
        Set<Integer> train = ids(split.train());
        assertThat(split.train().ints("id"))
                .containsExactly(Arrays.stream(all).filter(train::contains).toArray());
        assertThat(split.test().ints("id"))
                .containsExactly(
                        Arrays.stream(all).filter(id -> !train.contains(id)).toArray());
        assertThat(split.train().schema()).isEqualTo(sales.schema());
    }

    private static Set<Integer> ids(Table table) {
        var ids = new TreeSet<Integer>();
        Arrays.stream(table.ints("id")).forEach(ids::add);
        return ids;
    }

    @Test
    void a_split_by_time_tests_with_the_newest_rows_and_keeps_a_day_together() {
        Split split = sales.split(0.25).byTime("day");
        isWhole(split);
        assertThat(split.test().rows()).isEqualTo(250);
        assertThat(split.train().sql("select max(day) as d from this").dates("d"))
                .containsExactly(LocalDate.of(2021, 3, 16));
        assertThat(split.test().sql("select min(day) as d from this").dates("d"))
                .containsExactly(LocalDate.of(2021, 3, 17));
        assertThat(sales.split(0.001).byTime("day").test().rows()).isEqualTo(10);
    }

    @Test
    void a_split_from_a_day_is_at_that_day() {
        Split split = sales.splitFrom("day", LocalDate.of(2021, 4, 1));
        isWhole(split);
        assertThat(split.train().rows()).isEqualTo(900);
        assertThat(sales.splitFrom("day", Instant.parse("2021-04-01T00:00:00Z"))
                        .test()
                        .rows())
                .isEqualTo(100);
    }

    @Test
    void rows_without_a_time_are_not_lost_unseen() {
        assertThatThrownBy(() -> sales.sql("select id, case when id > 0 then day end as day from this")
                        .split(0.5)
                        .byTime("day"))
                .isInstanceOf(TableException.class)
                .hasMessage(
                        "column \"day\" has no value in 1 rows, which cannot be split by it; leave them out in SQL: "
                                + "WHERE day IS NOT NULL");
    }

    @Test
    void a_split_by_group_leaves_no_group_on_both_sides() {
        Split split = sales.split(0.3).byGroup("store");
        isWhole(split);
        assertThat(split.test().rows()).isEqualTo(300);
        assertThat(List.of(split.train().strings("store")))
                .doesNotContainAnyElementsOf(List.of(split.test().strings("store")));
        assertThatThrownBy(
                        () -> sales.sql("select 1 as one from this").split(0.3).byGroup("one"))
                .hasMessageContaining("needs two groups");
    }

    @Test
    void a_stratified_split_takes_the_same_share_of_each_value() {
        Split split = sales.split(0.1).stratified("rare");
        isWhole(split);
        assertThat(split.test()
                        .sql("select count(*) as n from this group by rare order by rare")
                        .longs("n"))
                .containsExactly(98, 2);
    }

    @Test
    void a_random_split_follows_from_its_seed() {
        Split split = sales.split(0.2).seed(7).randomly();
        isWhole(split);
        assertThat(split.test().rows()).isEqualTo(200);
        assertThat(ids(sales.split(0.2).seed(7).randomly().test())).isEqualTo(ids(split.test()));
        assertThat(ids(sales.split(0.2).seed(8).randomly().test())).isNotEqualTo(ids(split.test()));
        // Rows are not chosen by their place: the mean place of 200 of 1,000 is within 4 standard deviations.
        Table numbered = sales.sql("select row_number() over () as n, id from this");
        double mean = numbered.sql(
                        "select avg(n)::double as mean from this semi join test using (id)",
                        Map.of("test", split.test()))
                .doubles("mean")[0];
        assertThat(mean).isBetween(500 - 4 * 18.3, 500 + 4 * 18.3);
    }

    @Test
    void shares_that_leave_a_side_empty_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sales.split(1))
                .withMessage("the share of the test must be above 0 and below 1, but was 1.0");
    }

    @Test
    void a_random_split_of_rows_with_a_time_needs_a_reason_which_both_sides_carry() {
        Table timed = sales.timed("day");
        assertThatThrownBy(() -> timed.split(0.2).randomly())
                .isInstanceOf(TableException.class)
                .hasMessage("""
                        the rows have a time (column "day"), and chance would let what is learned see the days that it \
                        is tested with
                          split by time: .byTime("day"), or say why chance is right here: .because("…"), which reports \
                        print""");
        assertThatThrownBy(() -> timed.split(0.2).stratified("rare")).hasMessageContaining(".because(");
        Split split =
                timed.split(0.2).because("prices do not depend on the day").randomly();
        assertThat(split.train().remarks())
                .isEqualTo(split.test().remarks())
                .containsExactly(
                        "split by chance although the rows have a time (day), because: prices do not depend on "
                                + "the day");
        assertThat(split.test().rows()).isEqualTo(200);
    }

    @Test
    void a_time_stays_declared_in_files_and_in_sql_that_keeps_the_column() {
        Path file = folder.resolve("timed.parquet");
        sales.timed("DAY").toParquet(file);
        Table stored = Table.parquet(file);
        assertThat(stored.timeColumn()).contains("day");
        assertThat(stored.sql("select id, day from this where id > 3").timeColumn())
                .contains("day");
        assertThat(stored.sql("select id, day as d from this").timeColumn()).isEmpty();
        assertThat(stored.sql("select id, 3 as day from this").timeColumn()).isEmpty();
        assertThat(sales.timeColumn()).isEmpty();
        assertThat(stored.ints("id")).isEqualTo(sales.ints("id"));
        assertThatThrownBy(() -> sales.timed("store")).hasMessageContaining("holds VARCHAR, not times");
        assertThat(LongStream.of(stored.split(0.5).byTime("day").test().rows()).sum())
                .isEqualTo(500);
    }

    @Test
    void remarks_stay_in_files() {
        Path file = folder.resolve("test.parquet");
        sales.split(0.5).because("it's \"fine\"").randomly().test().toParquet(file);
        assertThat(Table.parquet(file).remarks()).containsExactly("split by chance, because: it's \"fine\"");
    }

    @Test
    void rows_of_one_day_cannot_be_split_by_day() {
        Table day = sales.sql("select id, date '2021-08-02' as day from this");
        assertThatThrownBy(() -> day.split(0.2).byTime("day"))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith(
                        "all rows have the same day (2021-08-02), so none would be left to learn from; ");
    }
}
