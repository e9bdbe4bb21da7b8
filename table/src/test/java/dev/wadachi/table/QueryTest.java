package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTest {

    private final Table numbers = Columns.none()
            .longs("n", LongStream.range(0, 1000).toArray())
            .strings(
                    "parity",
                    LongStream.range(0, 1000)
                            .mapToObj(n -> n % 2 == 0 ? "even" : "odd")
                            .toArray(String[]::new))
            .table();

    @Test
    void sums_of_whole_numbers_stay_whole() {
        Table sums = numbers.sql("select parity, sum(n) as total, count(*) as n from this group by parity");
        assertThat(sums.schema()).hasToString("parity VARCHAR, total BIGINT, n BIGINT");
        assertThat(sums.longs("total")).containsExactly(499 * 500, 500 * 500);
    }

    @Test
    void a_sum_beyond_the_longs_is_an_error_and_not_a_rounded_number() {
        Table large = Columns.none().longs("n", new long[] {Long.MAX_VALUE, 1}).table();
        assertThatThrownBy(() -> large.sql("select sum(n) as total from this").longs("total"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("the whole number 9223372036854775808 is beyond 64 bits")
                .hasMessageNotContaining("CAST(");
    }

    @Test
    void each_query_of_a_chain_has_a_this_of_its_own() {
        Table chained = numbers.sql("select n, n * 2 as twice from this where n < 10")
                .sql("select n + twice as thrice from this where n > 7")
                .sql("select max(thrice) as most from this");
        assertThat(chained.longs("most")).containsExactly(27);
    }

    @Test
    void a_query_may_begin_with_expressions_of_its_own_and_end_in_a_comment() {
        Table table = numbers.sql("""
                with this_half as (from this where n < 500)
                select count(*) as n from this_half; -- half of them
                """.replace("; --", " --"));
        assertThat(table.longs("n")).containsExactly(500);
    }

    @Test
    void a_limit_over_rows_in_order_takes_the_first() {
        assertThat(numbers.sql("from this limit 3").longs("n")).containsExactly(0, 1, 2);
    }

    @Test
    void remaining_columns_decide_among_rows_with_equal_keys() {
        assertThat(numbers.sql("select parity, n from this order by parity desc limit 3")
                        .longs("n"))
                .containsExactly(1, 3, 5);
    }

    @Test
    void a_query_runs_once_and_its_rows_stand() {
        Table random = numbers.sql("select n, random() as r from this", Map.of(), Volatile.ALLOWED);
        double[] first = random.doubles("r");
        assertThat(random.doubles("r")).isEqualTo(first);
        assertThat(random.sql("select r from this where n < 5").doubles("r"))
                .containsExactly(java.util.Arrays.copyOf(first, 5));
    }

    @Test
    void a_query_is_checked_when_it_is_made_and_run_when_it_is_read(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("late.csv"), "n\n1\nnot a number\n");
        Table table = Table.csv(
                        file,
                        CsvOptions.sniffed().header(CsvOptions.Header.PRESENT).type("n", ColumnType.BIGINT))
                .sql("select n + 1 as m from this");
        assertThat(table.schema()).hasToString("m BIGINT");
        assertThatThrownBy(table::rows).hasMessageContaining("not a number");
    }

    @Test
    void a_query_reads_no_file_by_itself(@TempDir Path folder) throws Exception {
        String file = Files.writeString(folder.resolve("secret.csv"), "n\n1\n").toString();
        assertThatThrownBy(() -> numbers.sql("from read_csv('" + file + "')")).hasMessageContaining("Table.csv(…)");
        assertThatThrownBy(() -> numbers.sql("select content from read_text('" + file + "')"))
                .hasMessageContaining("reads only the tables that it is given");
        assertThatThrownBy(() -> numbers.sql("from '" + file + "'")).hasMessageContaining("Table.csv(…)");
        assertThatThrownBy(() -> numbers.sql("copy this to '" + file + "'"))
                .hasMessageContaining("only a query makes a table");
    }

    @Test
    void two_columns_of_one_name_are_refused() {
        assertThatThrownBy(() -> numbers.sql("select n, parity as N from this")).hasMessage("""
                two columns are called "N"; give one of them another name: … AS another_name
                  select n, parity as N from this""");
    }

    @Test
    void no_other_table_is_called_this() {
        assertThatThrownBy(() -> numbers.sql("from this", Map.of("this", numbers)))
                .hasMessageContaining("another name");
    }

    @Test
    void sixty_stacked_diamonds_are_computed_once_each() {
        Table table = Table.query("select 1::bigint as n", Map.of());
        for (int level = 0; level < 60; level++) {
            Table left = table.sql("select n % 1000003 as n from this");
            Table right = table.sql("select n + 1 as n from this");
            table = left.sql("select this.n + other.n as n from this, other", Map.of("other", right));
        }
        long expected = 1;
        for (int level = 0; level < 60; level++) {
            expected = expected % 1_000_003 + expected + 1;
        }
        assertThat(table.longs("n")).containsExactly(expected);
    }

    @Test
    void an_order_that_leaves_ties_open_is_completed_however_it_is_written() {
        for (String query : List.of(
                "select parity, n from this order by parity",
                "select parity, n from this order by parity -- odd last",
                "(select parity, n from this order by parity)",
                "with q as (from this) select parity, n from q order by parity nulls first",
                "select parity, n from this order by all",
                "select parity, n from this order by parity limit 500",
                "select parity, n from this order by parity limit 50% -- half")) {
            assertThat(numbers.sql(query)
                            .sql("select n from this limit 2 offset 498")
                            .longs("n"))
                    .as(query)
                    .containsExactly(996, 998);
        }
    }
}
