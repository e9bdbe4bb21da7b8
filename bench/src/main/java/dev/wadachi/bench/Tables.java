package dev.wadachi.bench;

import dev.wadachi.table.Columns;
import dev.wadachi.table.Table;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/// What tables cost: 5,000,000 rows of a whole number, two doubles, a text of 8 characters of which there are 1,000,
/// and
/// a date.
///
/// Every figure is the median of some rounds in one process after a round that does not count; the rounds take turns,
/// so that whatever else the machine does falls on all of them alike, and DuckDB's own `COPY` of the same rows is among
/// them. CPU is that of the whole process.
public final class Tables {

    private static final int ROWS = 5_000_000;
    private static final int ROUNDS = 5;

    private final Path folder;
    private final Map<String, List<double[]>> times = new LinkedHashMap<>();

    private Tables(Path folder) {
        this.folder = folder;
    }

    /// Measures in a new temporary folder, and prints seconds.
    public static void main(String[] arguments) throws Exception {
        var bench = new Tables(Files.createTempDirectory("tables"));
        Columns columns = columns();
        for (int round = 0; round <= ROUNDS; round++) {
            if (round == 1) {
                bench.times.clear();
            }
            bench.round(columns.table());
        }
        bench.report();
    }

    private static Columns columns() {
        var random = new SplittableRandom(1);
        long[] ids = new long[ROWS];
        double[] prices = new double[ROWS];
        double[] shares = new double[ROWS];
        String[] stores = new String[ROWS];
        LocalDate[] days = new LocalDate[ROWS];
        for (int i = 0; i < ROWS; i++) {
            ids[i] = i;
            prices[i] = random.nextInt(1_000_000) / 100.0;
            shares[i] = random.nextDouble();
            stores[i] = String.format(Locale.ROOT, "s%07d", random.nextInt(1000));
            days[i] = LocalDate.of(2020, 1, 1).plusDays(i / 7143);
        }
        return Columns.none()
                .longs("id", ids)
                .doubles("price", prices)
                .doubles("share", shares)
                .strings("store", stores)
                .dates("day", days);
    }

    private void round(Table arrays) throws Exception {
        Path file = folder.resolve("arrays.parquet");
        timed("primitive arrays → stored", () -> stored(arrays, file));
        Table table = Table.parquet(file);
        timed("DuckDB's own COPY", () -> copied(file, folder.resolve("copy.parquet")));
        timed(
                "SQL result → stored, order defined",
                () -> stored(table.sql("select id, price, share, store, day from this"), folder.resolve("defined")));
        timed(
                "SQL result → stored, order by Wadachi",
                () -> stored(
                        table.sql("select a.* from this a semi join stores using (store)", Map.of("stores", table)),
                        folder.resolve("ordered")));
        timed("stored → primitive arrays", () -> read(Table.parquet(file)));
        timed("profile", () -> Table.parquet(file).profile());
        timed(
                "GROUP BY over the stored table",
                () -> Table.parquet(file)
                        .sql("select store, count(*) as n, sum(id) as id from this group by store")
                        .rows());
        timed("stored → texts as Strings", () -> Table.parquet(file).strings("store"));
    }

    private static Path stored(Table table, Path file) {
        table.toParquet(file);
        return file;
    }

    private static Path copied(Path from, Path to) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (FROM '" + from + "') TO '" + to + "' (FORMAT parquet, COMPRESSION zstd)");
        }
        return to;
    }

    private static int read(Table table) {
        return table.longs("id").length
                + table.doubles("price").length
                + table.doubles("share").length
                + table.codes("store").numbers().length
                + table.epochDays("day").length;
    }

    private void timed(String what, Callable<?> work) throws Exception {
        double cpu = cpu();
        long start = System.nanoTime();
        work.call();
        times.computeIfAbsent(what, _ -> new ArrayList<>())
                .add(new double[] {(System.nanoTime() - start) / 1e9, cpu() - cpu});
    }

    private static double cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean process
                ? process.getProcessCpuTime() / 1e9
                : Double.NaN;
    }

    private void report() throws IOException {
        double copy = median(times.getOrDefault("DuckDB's own COPY", List.of()), 0);
        times.forEach((what, seconds) -> System.out.printf(
                Locale.ROOT,
                "%-40s %6.2f s  %6.2f s CPU  %5.2f × COPY%n",
                what,
                median(seconds, 0),
                median(seconds, 1),
                median(seconds, 0) / copy));
        System.out.printf(
                Locale.ROOT, "%-40s %6.1f MB%n", "stored", Files.size(folder.resolve("arrays.parquet")) / 1e6);
    }

    private static double median(List<double[]> measured, int what) {
        double[] sorted =
                measured.stream().mapToDouble(one -> one[what]).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
