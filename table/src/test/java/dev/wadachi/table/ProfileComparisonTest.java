package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileComparisonTest {

    private static final int ROWS = 2000;

    private static Columns sales(long seed, int rows) {
        var random = new Random(seed);
        return Columns.none()
                .ints(
                        "id",
                        IntStream.range(0, rows)
                                .map(i -> (int) seed * 100_000 + i)
                                .toArray())
                .doubles("price", random.doubles(rows).map(u -> -Math.log(u)).toArray())
                .strings(
                        "store",
                        random.ints(rows, 0, 3)
                                .mapToObj(i -> List.of("chiba", "osaka", "kobe").get(i))
                                .toArray(String[]::new));
    }

    private static List<String> jumps(Table before, Table now) {
        return now.profile().jumpsSince(before.profile());
    }

    @Test
    void other_values_of_the_same_distribution_are_no_jump() {
        for (int seed = 2; seed < 40; seed++) {
            assertThat(jumps(sales(1, ROWS).table(), sales(seed, ROWS * 3 / 2).table()))
                    .isEmpty();
        }
    }

    @Test
    void small_tables_of_the_same_distribution_are_no_jump_either() {
        for (int seed = 2; seed < 40; seed++) {
            assertThat(jumps(sales(1, 100).table(), sales(seed, 120).table())).isEmpty();
        }
    }

    @Test
    void rows_that_halve_or_double_are_a_jump() {
        assertThat(jumps(sales(1, ROWS).table(), sales(2, ROWS / 2).table()))
                .containsExactly("1,000 rows, but 2,000 before");
        assertThat(jumps(sales(1, ROWS).table(), sales(2, ROWS * 2).table()))
                .containsExactly("4,000 rows, but 2,000 before");
    }

    @Test
    void columns_that_come_go_or_change_their_type_are_a_jump() {
        Table before = sales(1, ROWS).table();
        assertThat(jumps(before, before.sql("select id, store, price::varchar as price, 1 as tax from this")))
                .containsExactly("new columns: tax", "price holds VARCHAR, but DOUBLE before");
        assertThat(jumps(before, before.sql("select id, store from this"))).containsExactly("no longer there: price");
        assertThat(jumps(before, before.sql("select id::bigint as id, store, price from this")))
                .isEmpty();
    }

    @Test
    void values_that_go_missing_are_a_jump() {
        Table before = sales(1, ROWS).table();
        assertThat(jumps(before, before.sql("""
                        select id, case when id % 4 > 0 then price end as price, store from this"""))).containsExactly("price lacks 25 % of its values, but 0 % before");
    }

    @Test
    void categories_that_come_and_go_are_a_jump() {
        Table before = sales(1, ROWS).table();
        assertThat(jumps(before, before.sql("""
                        select id, price, case store when 'kobe' then 'naha' else store end as store from this""")))
                .satisfiesExactly(
                        jump -> assertThat(jump).matches("store has new values: \"naha\" \\(3\\d %\\)"),
                        jump -> assertThat(jump).matches("store has no more: \"kobe\" \\(3\\d %\\)"));
    }

    @Test
    void shares_of_categories_that_move_are_a_jump() {
        Table before = sales(1, ROWS).table();
        assertThat(jumps(before, before.sql("""
                        select id, price, case when id % 2 = 0 then 'osaka' else store end as store from this""")))
                .singleElement()
                .asString()
                .startsWith("store is distributed otherwise (PSI 0.");
    }

    @Test
    void a_distribution_that_moves_is_a_jump_and_numbers_that_tell_rows_apart_are_left_alone() {
        Table before = sales(1, ROWS).table();
        assertThat(jumps(before, before.sql("select id * 1000 as id, price * 100 as price, store from this")))
                .singleElement()
                .asString()
                .matches("price is distributed otherwise \\(PSI .*\\): its median is 6.*, but was 0\\.6.*");
    }

    @Test
    void many_jumps_are_cut_short() {
        String wide = IntStream.range(0, 30)
                .mapToObj(i -> "price as c" + i)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        Table before = sales(1, ROWS).table().sql("select " + wide + " from this");
        Table now = before.sql("select " + wide.replaceAll("price as (c\\d+)", "$1 * 100 as $1") + " from this");
        assertThat(jumps(before, now)).hasSize(11).endsWith("and 20 more such differences");
    }

    /// Reckoned by hand.
    @Test
    void the_stability_index_is_that_of_its_definition() {
        assertThat(Stability.index(new double[] {0.5, 0.5}, new double[] {0.25, 0.75}))
                .isCloseTo(0.25 * Math.log(2) + 0.25 * Math.log(1.5), within(1e-12));
        // The 99.9th percentile of χ² with 9 degrees of freedom is 27.877; the approximation is a little above it.
        assertThat(Stability.noise(10, 1000, 1000)).isCloseTo(27.877 * 2 / 1000, withinPercentage(1));
    }

    @Test
    void a_line_end_in_a_name_or_a_value_does_not_break_the_sentence() {
        Table before = sales(1, ROWS).table();
        assertThat(jumps(before, before.sql("select *, 1 as \"tax\nrate\" from this")))
                .containsExactly("new columns: tax\\nrate");
        assertThat(jumps(before, before.sql("select * replace (store || '\n' as store) from this")))
                .isNotEmpty()
                .noneMatch(jump -> jump.contains("\n"));
    }
}
