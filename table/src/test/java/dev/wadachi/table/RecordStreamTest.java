package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordStreamTest {

    record Row(long id, @Nullable String name) {}

    private static final Table TABLE = Table.query(
            "select range as id, case when range % 3 > 0 then 'n' || range end as name from range(100000)", Map.of());

    @Test
    void rows_come_one_after_the_other_as_they_would_all_together() {
        try (var rows = TABLE.stream(Row.class)) {
            assertThat(rows.toList()).isEqualTo(TABLE.as(Row.class));
        }
    }

    @Test
    void whoever_has_seen_enough_may_stop() {
        try (var rows = TABLE.stream(Row.class)) {
            assertThat(rows.filter(row -> row.name() == null).limit(2))
                    .containsExactly(new Row(0, null), new Row(3, null));
        }
    }

    @Test
    void two_streams_are_read_side_by_side() {
        try (var one = TABLE.stream(Row.class);
                var other = TABLE.stream(Row.class)) {
            var left = one.iterator();
            var right = other.iterator();
            for (int i = 0; i < 5000; i++) {
                assertThat(left.next()).isEqualTo(right.next());
            }
        }
    }

    @Test
    void rows_that_do_not_fit_are_refused_before_the_first_and_a_missing_value_where_it_is() {
        record Other(String nam) {}
        assertThatThrownBy(() -> TABLE.stream(Other.class)).hasMessageContaining("did you mean \"name\"?");
        record Id(long id) {}
        Table some = TABLE.sql("select case when id < 3000 then id end as id from this");
        try (var rows = some.stream(Id.class)) {
            assertThatThrownBy(rows::count)
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("row 3,001 has no value for id");
        }
    }
}
