package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Sorting, joining and aggregating more rows than memory holds, in a process of its own with little of it.
class LargerThanMemoryTest {

    private record Work(String name, String sql) {}

    private static final List<Work> WORK = List.of(
            new Work("sort", "select * from this order by x, id"),
            new Work("join", "select a.id, a.x, b.y, b.store, a.day from this a join this b on a.id = b.mate"),
            new Work("aggregate", """
                    select id // 2 as pair, sum(id) as id, max(x) as x, count(distinct store) as stores
                    from this group by pair"""));

    /// Run by the process: works on so many rows, and prints what it found.
    public static void main(String[] arguments) {
        long rows = Long.parseLong(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path file = folder.resolve("rows.parquet");
        Table.query("""
                select range as id, (range * 7919 %% %1$d) as mate, sqrt(range * 7919 %% %1$d) as x, range / 7 as y,
                    's' || (range * 31 %% 1000) as store, date '2020-01-01' + (range %% 700)::integer as day
                from range(%1$d)""".formatted(rows), Map.of()).toParquet(file);
        Table table = Table.parquet(file);
        for (Work work : WORK) {
            long start = System.nanoTime();
            Path result = folder.resolve(work.name + ".parquet");
            table.sql(work.sql).toParquet(result);
            Table done = Table.parquet(result);
            System.out.println(work.name + " " + done.rows() + " "
                    + done.sql("select sum(id) as total from this").longs("total")[0]);
            System.err.printf("%s of %d rows: %.1f s%n", work.name, rows, (System.nanoTime() - start) / 1e9);
        }
    }

    private static List<String> workOn(long rows, Path folder, String heap, String memory)
            throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx" + heap,
                        "-Dwadachi.table.memory=" + memory,
                        "-Dwadachi.table.threads=2",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargerThanMemoryTest.class.getName(),
                        Long.toString(rows),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    private static void works(long rows, Path folder, String heap, String memory) throws Exception {
        long sum = rows * (rows - 1) / 2;
        assertThat(workOn(rows, folder, heap, memory))
                .containsExactly(
                        "sort " + rows + " " + sum, "join " + rows + " " + sum, "aggregate " + rows / 2 + " " + sum);
    }

    @Test
    @Timeout(120)
    void two_million_rows_are_sorted_joined_and_aggregated_in_128_megabytes(@TempDir Path folder) throws Exception {
        works(2_000_000, folder, "64m", "128MB");
    }

    @Test
    @Tag("soak")
    @Timeout(3600)
    void fifty_million_rows_are_sorted_joined_and_aggregated_in_a_gigabyte(@TempDir Path folder) throws Exception {
        works(50_000_000, folder, "1g", "1GB");
    }
}
