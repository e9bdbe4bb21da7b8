package dev.wadachi.table;

import static dev.wadachi.table.TableExpectations.columns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.table.ColumnType.Kind;
import dev.wadachi.task.Violation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaExpectationsTest {

    @TempDir
    Path folder;

    private final Table table = Columns.none()
            .longs("sales", new long[] {1, 2, 3})
            .strings("store", new String[] {"chiba", null, null})
            .table();

    private static List<String> broken(SchemaExpectations expected, Table table) {
        return expected.check(table).stream().map(Violation::toString).toList();
    }

    @Test
    void columns_that_are_as_expected_are_not_mentioned() {
        assertThat(broken(
                        columns()
                                .has("sales", "store")
                                .has("sales", ColumnType.BIGINT)
                                .has("sales", Kind.FLOATING, Kind.WHOLE)
                                .filled("sales"),
                        table))
                .isEmpty();
    }

    @Test
    void every_mismatch_is_told() {
        assertThat(broken(
                        columns()
                                .has("salse")
                                .has("sales", ColumnType.DOUBLE)
                                .has("store", Kind.WHOLE, Kind.DECIMAL)
                                .filled("store"),
                        table))
                .containsExactly(
                        "expected that there is a column \"salse\", but there is no column \"salse\"; did you mean "
                                + "\"sales\"? (columns: sales, store)",
                        "expected that column \"sales\" holds DOUBLE, but it holds BIGINT",
                        "expected that column \"store\" holds whole numbers or decimals, but it holds VARCHAR",
                        "expected that column \"store\" lacks no value, but 2 of 3 rows lack it");
    }

    @Test
    void missing_values_of_a_stored_table_are_told_too() {
        Path file = folder.resolve("table.parquet");
        table.toParquet(file);
        assertThat(broken(columns().filled("store"), Table.parquet(file))).hasSize(1);
        assertThat(broken(columns().filled("sales"), Table.parquet(file))).isEmpty();
    }
}
