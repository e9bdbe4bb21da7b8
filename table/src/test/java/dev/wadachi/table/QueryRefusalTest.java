package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What people read when a query does not work.
class QueryRefusalTest {

    private final Table sales = Columns.none()
            .strings("store", new String[] {"chiba"})
            .longs("sales", new long[] {23})
            .table();

    private void says(String sql, String message) {
        assertThatThrownBy(() -> sales.sql(sql, Map.of("stores", sales)))
                .isInstanceOf(TableException.class)
                .hasMessage(message.stripTrailing());
    }

    @Test
    void an_unknown_column_is_shown_with_the_nearest_and_all_there_are() {
        says("select store, slaes from this", """
                there is no column "slaes"; did you mean "sales"?
                  select store, slaes from this
                                ^
                  columns of stores: store, sales
                  columns of this: store, sales
                """);
    }

    @Test
    void an_unknown_table_is_shown_with_the_nearest_and_all_there_are() {
        says("select * from store", """
                there is no table "store"; did you mean "stores"?
                  select * from store
                                ^
                  tables: stores, this
                """);
    }

    @Test
    void an_unknown_function_is_shown_with_the_nearest() {
        says("select lenght(store) as n from this", """
                there is no function "lenght"; did you mean "length"?
                  select lenght(store) as n from this
                         ^
                """);
    }

    @Test
    void a_syntax_error_shows_its_line() {
        says("select store,\n       sum(sales) as 総売上\nform this", """
                the query does not work: syntax error at or near "form"
                  line 3: form this
                          ^
                """);
    }

    @Test
    void places_are_counted_in_characters() {
        says("select '横浜' as 店, slaes from this", """
                there is no column "slaes"; did you mean "sales"?
                  select '横浜' as 店, slaes from this
                                    ^
                  columns of stores: store, sales
                  columns of this: store, sales
                """);
    }

    @Test
    void a_statement_that_is_no_query_is_refused() {
        says("delete from this", """
                only a query makes a table: SELECT, FROM, WITH, VALUES, or PIVOT with its columns named (ON c IN ('a', 'b')); this is none of these
                  delete from this
                """);
    }

    @Test
    void two_statements_are_refused() {
        says("from this; from stores", """
                a table comes from one query, but here are 2; make a table of each
                  from this; from stores
                """);
    }

    @Test
    void no_statement_is_refused() {
        says(" ; ", "the query is empty");
    }

    @Test
    void a_placeholder_is_refused() {
        says("from this where store = ?", """
                a query has no placeholders (? or $name); write the value into it, texts in single quotes
                  from this where store = ?
                """);
    }

    @Test
    void all_that_differs_from_run_to_run_is_named_at_once() {
        says("select random() as r, now() as t from this", """
                the query would give another result at each run: random(), now()
                  select random() as r, now() as t from this
                         ^
                  make the value a parameter of the task; or, in a task marked @Nondeterministic, pass Volatile.ALLOWED
                """);
    }

    @Test
    void a_sample_without_a_seed_is_refused() {
        says("from this using sample 3", """
                the query would give another result at each run: a sample without REPEATABLE (seed)
                  from this using sample 3
                  make the value a parameter of the task; or, in a task marked @Nondeterministic, pass Volatile.ALLOWED
                """);
    }
}
