package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnrepeatableTest {

    @Test
    void every_function_that_the_catalogue_calls_volatile_is_known() {
        Table catalogue = Table.query(
                "select distinct function_name from duckdb_functions() where stability <> 'CONSISTENT'",
                Map.of(),
                Volatile.ALLOWED);
        Set<String> named = new TreeSet<>(Arrays.asList(catalogue.strings("function_name")));
        // error() gives no value at all.
        named.remove("error");
        assertThat(Unrepeatable.FUNCTIONS).containsAll(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random()",
                "now()",
                "current_date",
                "current_timestamp",
                "current_time",
                "localtimestamp",
                "localtime",
                "today()",
                "uuid()",
                "gen_random_uuid()",
                "age(timestamp '2020-01-01')",
                "current_setting('threads')",
                "getvariable('x')",
                "list_transform([1, 2], lambda x: x + random())",
                "(select random())",
                "case when true then now() end"
            })
    void what_differs_from_run_to_run_is_refused(String expression) {
        assertThatThrownBy(() -> Table.query("select " + expression + " as x", Map.of()))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("another result at each run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"duckdb_settings()", "duckdb_memory()", "information_schema.tables", "pg_tables"})
    void tables_that_tell_of_the_engine_are_refused(String table) {
        assertThatThrownBy(() -> Table.query("select count(*) as n from " + table, Map.of()))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("another result at each run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date '2020-01-01' + 3",
                "age(timestamp '2020-01-02', timestamp '2020-01-01')",
                "hash('a')",
                "md5('a')",
                "date_trunc('week', date '2020-01-01')",
                "'now()'"
            })
    void what_is_the_same_at_each_run_is_not_refused(String expression) {
        assertThat(Table.query("select " + expression + " as x", Map.of()).rows())
                .isEqualTo(1);
    }

    @Test
    void a_sample_with_a_seed_is_repeatable() {
        String query = "select * from range(1000) t(n) using sample reservoir(10 rows) repeatable (42)";
        Table one = Table.query(query, Map.of());
        Table another = Table.query(query, Map.of());
        assertThat(one.longs("n")).isEqualTo(another.longs("n")).hasSize(10);
    }
}
