package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Queries of `cases/order/{as-it-is,ordered,one-thread}`: the folder says how the query must be run, and each gives
/// the same bytes with one, two and four threads. Run as they are, most of them do not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameBytesTest {
    private static final int ROWS = 140_000;

    private final List<DuckDb> engines = Stream.of(1, 2, 4, 2)
            .map(threads -> new DuckDb(new Limits(threads, "1GB")))
            .toList();
    private final Path folder;
    private final Map<String, Table> tables;

    SameBytesTest(@TempDir Path folder) {
        this.folder = folder;
        Path file = folder.resolve("input.parquet");
        random(new Random(7)).toParquet(file);
        Table input = Table.parquet(file);
        this.tables = Map.of("this", input, "o", input.sql("select distinct k, s from this where k < 100"));
    }

    /// More than one row group, keys with many ties, and doubles of magnitudes whose sums round differently in each
    /// order.
    private static Table random(Random random) {
        long[] ids = new long[ROWS];
        long[] keys = new long[ROWS];
        double[] numbers = new double[ROWS];
        String[] texts = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            ids[i] = i;
            keys[i] = random.nextInt(1000);
            numbers[i] = random.nextGaussian() * Math.pow(10, random.nextInt(12));
            texts[i] = "s" + random.nextInt(300);
        }
        return Columns.none()
                .longs("id", ids)
                .longs("k", keys)
                .doubles("x", numbers)
                .strings("s", texts)
                .table();
    }

    static Stream<Path> cases() throws IOException, URISyntaxException {
        URL root = Objects.requireNonNull(SameBytesTest.class.getResource("/cases/order"));
        try (Stream<Path> files = Files.walk(Path.of(root.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_query_gives_the_same_bytes_with_any_number_of_threads(Path file) throws IOException {
        Relation rows = Table.query(Files.readString(file), tables).relation();
        Set<Digest> digests = new HashSet<>();
        for (DuckDb engine : engines) {
            digests.add(written(engine, rows));
        }
        assertThat(digests).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_query_is_run_as_its_folder_says(Path file) throws IOException {
        String sql = Files.readString(file);
        BoundQuery query = BoundQuery.bind(sql, new TreeMap<>(tables));
        Arrangement arrangement = Arrangement.of(query, PlanTraits.of(query));
        String way = arrangement.lane() == Lane.SERIAL
                ? "one-thread"
                : arrangement.sql().equals(query.sql()) ? "as-it-is" : "ordered";
        assertThat(way)
                .isEqualTo(
                        Objects.requireNonNull(file.getParent()).getFileName().toString());
    }

    @Test
    void rows_that_come_by_another_way_give_the_same_bytes() throws IOException {
        Table input = Objects.requireNonNull(tables.get("this"));
        Table kept = input.sql("select k, x, s from this where id % 10 <> 0");
        Path file = folder.resolve("kept.parquet");
        kept.toParquet(file);
        Digest direct = Digest.ofFile(file);
        Table again = Columns.none()
                .longs("k", kept.longs("k"))
                .doubles("x", kept.doubles("x"))
                .strings("s", kept.strings("s"))
                .table();
        assertThat(written(engines.getFirst(), again.relation())).isEqualTo(direct);
        assertThat(written(engines.getFirst(), Table.parquet(file).relation())).isEqualTo(direct);
    }

    private Digest written(DuckDb engine, Relation rows) throws IOException {
        Path out = folder.resolve("out.parquet");
        ParquetFile.write(engine, rows, out);
        return Digest.ofFile(out);
    }

    @AfterAll
    void close() {
        engines.forEach(DuckDb::close);
    }
}
