package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wadachi.json.Json;
import dev.wadachi.table.ColumnProfile.Frequency;
import dev.wadachi.table.ColumnProfile.Range;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableProfileTest {

    @TempDir
    Path folder;

    private final Table small = Columns.none()
            .ints("n", new int[] {3, 1, 2, 5, 4})
            .doubles("x", new double[] {0.5, Double.NaN, 1.5, Double.POSITIVE_INFINITY, -2})
            .strings("store", new String[] {"osaka", null, "chiba", "osaka", ""})
            .dates("day", new LocalDate[] {LocalDate.of(2021, 1, 1), null, null, LocalDate.of(2021, 1, 21), null})
            .booleans("open", new boolean[] {true, false, true, true, true})
            .table();

    @Test
    void a_profile_counts_what_is_there() {
        TableProfile profile = small.profile();
        assertThat(profile.rows()).isEqualTo(5);
        assertThat(profile.sampled()).isEqualTo(5);
        ColumnProfile n = profile.column("n").orElseThrow();
        assertThat(n.mean()).hasValue(3);
        assertThat(n.median()).hasValue(3);
        assertThat(n.range()).contains(new Range("1", "5"));
        assertThat(n.quantiles()).hasSize(41).startsWith(1.0).endsWith(5.0);
        assertThat(n.histogram()).hasSize(20).startsWith(1L).endsWith(1L);
        ColumnProfile x = profile.column("x").orElseThrow();
        assertThat(x.notFinite()).isEqualTo(2);
        assertThat(x.mean()).hasValue(0);
        assertThat(x.range()).contains(new Range("-2.0", "1.5"));
        ColumnProfile store = profile.column("store").orElseThrow();
        assertThat(store.nulls()).isEqualTo(1);
        assertThat(store.distinct()).isEqualTo(3);
        assertThat(store.top())
                .containsExactly(new Frequency("osaka", 2), new Frequency("", 1), new Frequency("chiba", 1));
        ColumnProfile day = profile.column("day").orElseThrow();
        assertThat(day.nulls()).isEqualTo(3);
        assertThat(day.range()).contains(new Range("2021-01-01", "2021-01-21"));
        assertThat(day.histogram()).startsWith(1L).endsWith(1L);
        assertThat(profile.column("open").orElseThrow().top())
                .containsExactly(new Frequency("true", 4), new Frequency("false", 1));
    }

    @Test
    void a_profile_survives_as_json() {
        TableProfile profile = small.profile();
        assertThat(TableProfile.ofJson(Json.parse(profile.toJson().pretty()).asObject()))
                .isEqualTo(profile);
    }

    @Test
    void a_table_without_rows_and_columns_of_nested_values_have_profiles_too() {
        assertThat(small.sql("select * from this where n > 9").profile().rows()).isZero();
        ColumnProfile list = small.sql("select [n, n] as pair, {'a': n} as s, n::decimal(9,2) as d from this")
                .profile()
                .column("pair")
                .orElseThrow();
        assertThat(list.distinct()).isEqualTo(5);
        assertThat(list.range()).isEmpty();
    }

    @Test
    void quantiles_of_a_large_table_come_from_a_sample_and_are_near_the_exact_ones() {
        int rows = 1_000_000;
        var random = new Random(1);
        double[] values = random.doubles(rows).toArray();
        TableProfile profile = Columns.none().doubles("x", values).table().profile();
        ColumnProfile x = profile.column("x").orElseThrow();
        assertThat(profile.sampled()).isBetween(150_000L, 250_000L);
        Arrays.sort(values);
        for (int part = 0; part <= 40; part++) {
            assertThat(x.quantiles().get(part)).isCloseTo(values[(rows - 1) / 40 * part], within(0.005));
        }
        assertThat(x.mean().orElseThrow())
                .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-9));
        assertThat((double) x.distinct()).isCloseTo(rows, within(0.05 * rows));
    }

    @Test
    void a_profile_does_not_depend_on_the_number_of_threads() {
        Path file = folder.resolve("table.parquet");
        small.sql("""
                select range as id, sqrt(range) / 3 as x, 'store ' || (range % 1000) as store
                from range(400000)""").toParquet(file);
        List<TableProfile> profiles = List.of(1, 2, 3, 4, 4).stream()
                .map(threads -> profile(file, threads))
                .distinct()
                .toList();
        assertThat(profiles).hasSize(1);
    }

    private static TableProfile profile(Path file, int threads) {
        try (var duckDb = new DuckDb(new Limits(threads, "1GB"))) {
            return new Profiler(duckDb, ParquetRelation.of(file)).profile();
        }
    }

    /// DuckDB asks one column inside the other, and a thread's stack has an end.
    @Test
    void a_table_of_hundreds_of_columns_has_a_profile() {
        Columns wide = Columns.none();
        for (int i = 0; i < 400; i++) {
            wide = wide.longs("c" + i, new long[] {i, i + 1});
        }

        TableProfile profile = wide.table().profile();

        assertThat(profile.columns()).hasSize(400);
        assertThat(profile.column("c399").orElseThrow().mean()).hasValue(399.5);
    }
}
