package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that pyarrow, pandas, fastparquet and Spark wrote.
class ForeignParquetTest {

    @TempDir
    Path folder;

    record Row(
            @Nullable Boolean flag,
            @Nullable Integer small,
            @Nullable Long large,
            @Nullable Double price,
            @Nullable BigDecimal amount,
            @Nullable String name,
            @Nullable String category,
            @Nullable LocalDate day,
            @Nullable LocalDateTime local,
            @Nullable Instant at,
            @Nullable String tags,
            @Nullable String nested,
            @Nullable String point) {}

    private static final Row FULL = new Row(
            true,
            7,
            9_000_000_000L,
            0.1,
            new BigDecimal("12345678901234567890.123456789"),
            "käse ☕",
            "a",
            LocalDate.of(2021, 8, 2),
            LocalDateTime.parse("2021-08-02T12:34:56.123456"),
            Instant.parse("2021-08-02T03:34:56.123456Z"),
            "[a, NULL, b]",
            "[[1, 2], []]",
            "{'x': 1.5, 'label': p}");

    private static final Row EMPTY =
            new Row(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static Table file(String name) throws Exception {
        return Table.parquet(Path.of(Objects.requireNonNull(ForeignParquetTest.class.getResource("/parquet/" + name))
                .toURI()));
    }

    @Test
    void pyarrows_types_come_as_they_are() throws Exception {
        Table table = file("pyarrow.parquet");
        assertThat(table.schema())
                .hasToString("flag BOOLEAN, small INTEGER, large BIGINT, price DOUBLE, amount DECIMAL(38,9), "
                        + "name VARCHAR, category VARCHAR, day DATE, local TIMESTAMP, nanos TIMESTAMP_NS, "
                        + "at TIMESTAMP WITH TIME ZONE, tags VARCHAR[], nested BIGINT[][], "
                        + "point STRUCT(x DOUBLE, \"label\" VARCHAR)");
        assertThat(table.as(Row.class)).containsExactly(FULL, EMPTY);
    }

    @Test
    void what_we_write_of_them_is_the_same() throws Exception {
        Path copy = folder.resolve("copy.parquet");
        Table theirs = file("pyarrow.parquet");
        theirs.sql("from this").toParquet(copy);
        assertThat(Table.parquet(copy).schema()).isEqualTo(theirs.schema());
        assertThat(Table.parquet(copy).as(Row.class)).containsExactly(FULL, EMPTY);
    }

    @Test
    void a_frame_of_pandas_brings_its_index_as_a_column() throws Exception {
        Table table = file("pandas.parquet");
        assertThat(table.schema())
                .hasToString(
                        "sales BIGINT, price DOUBLE, name VARCHAR, at TIMESTAMP WITH TIME ZONE, day DATE, id BIGINT");
        assertThat(table.longs("id")).containsExactly(10, 20);
        assertThat(table.doubles("sales")).containsExactly(3, Double.NaN);
        assertThat(table.dates("day")).containsExactly(LocalDate.of(2021, 8, 2), null);
        assertThat(table.profile().column("sales").orElseThrow().nulls()).isEqualTo(1);
    }

    @Test
    void fastparquets_files_open_too() throws Exception {
        Table table = file("fastparquet.parquet");
        assertThat(table.longs("sales")).containsExactly(3, 4);
        assertThat(table.strings("name")).containsExactly("käse ☕", "b");
        assertThat(table.strings("at")).containsExactly("2021-08-02 03:34:56+00", "2021-08-03 00:00:00+00");
    }

    /// Spark read what we wrote of pyarrow's file, and wrote it again.
    @Test
    void sparks_types_come_as_they_are() throws Exception {
        Table table = file("spark.parquet");
        assertThat(table.schema())
                .hasToString("flag BOOLEAN, small INTEGER, large BIGINT, price DOUBLE, amount DECIMAL(38,9), "
                        + "name VARCHAR, category VARCHAR, day DATE, local TIMESTAMP, at TIMESTAMP WITH TIME ZONE, "
                        + "tags VARCHAR[], nested BIGINT[][], point STRUCT(x DOUBLE, \"label\" VARCHAR)");
        assertThat(table.as(Row.class)).containsExactly(FULL, EMPTY);
    }

    @Test
    void an_instant_in_96_bits_comes_without_a_zone_and_in_utc() throws Exception {
        Table table = file("spark-int96.parquet");
        assertThat(table.schema().column("at").type()).isEqualTo(ColumnType.TIMESTAMP);
        assertThat(table.strings("at")).containsExactly("2021-08-02 03:34:56.123456", null);
    }
}
