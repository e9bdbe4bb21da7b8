package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Random queries over random tables, written with one thread and with two.
class RandomQueriesTest {
    private static final DuckDb ONE = new DuckDb(new Limits(1, "1GB"));
    private static final DuckDb TWO = new DuckDb(new Limits(2, "1GB"));

    private static @Nullable Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("random-queries");
    }

    @AfterContainer
    static void close() throws IOException {
        ONE.close();
        TWO.close();
        if (folder != null) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void one_thread_and_two_give_the_same_bytes(@ForAll long seed) throws IOException {
        compare(seed);
    }

    @Tag("soak")
    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void one_thread_and_two_give_the_same_bytes_for_many_queries(@ForAll long seed) throws IOException {
        compare(seed);
    }

    private static void compare(long seed) throws IOException {
        var random = new Random(seed);
        Path input = file("input");
        table(random, 123_000 + random.nextInt(10_000)).toParquet(input);
        String sql = query(random);
        Relation rows = Table.parquet(input).sql(sql).relation();
        ParquetFile.write(ONE, rows, file("one"));
        ParquetFile.write(TWO, rows, file("two"));
        assertThat(Files.mismatch(file("one"), file("two"))).as(sql).isEqualTo(-1);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void a_table_from_memory_and_the_same_from_a_file_give_the_same_bytes(@ForAll long seed) throws IOException {
        compareWithMemory(seed);
    }

    @Tag("soak")
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void many_tables_from_memory_and_the_same_from_files_give_the_same_bytes(@ForAll long seed) throws IOException {
        compareWithMemory(seed);
    }

    private static void compareWithMemory(long seed) throws IOException {
        var random = new Random(seed);
        Path first = file("first");
        Table table = table(random, random.nextInt(3000));
        table.toParquet(first);
        Path second = file("second");
        Table.parquet(first).toParquet(second);
        Table again = Columns.none()
                .strings("a", table.strings("a"))
                .longs("b", table.longs("b"))
                .doubles("c", table.doubles("c"))
                .longs("id", table.longs("id"))
                .table();
        Path third = file("third");
        again.toParquet(third);
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
        assertThat(Files.mismatch(first, third)).isEqualTo(-1);
    }

    @Example
    void random_queries_are_of_many_kinds() {
        var kinds = new TreeSet<Lane>();
        var random = new Random(1);
        Table table = table(random, 10);
        for (int i = 0; i < 40; i++) {
            kinds.add(table.sql(query(random)).relation().lane());
        }
        assertThat(kinds).containsExactly(Lane.PARALLEL, Lane.SERIAL);
    }

    private static Path file(String name) {
        if (folder == null) {
            throw new IllegalStateException("no folder yet");
        }
        return folder.resolve(name);
    }

    private static Table table(Random random, int rows) {
        int texts = 1 + random.nextInt(500);
        int numbers = 1 + random.nextInt(5000);
        int magnitude = 1 + random.nextInt(15);
        String[] a = new String[rows];
        long[] b = new long[rows];
        double[] c = new double[rows];
        long[] id = new long[rows];
        for (int i = 0; i < rows; i++) {
            a[i] = random.nextInt(20) == 0 ? null : "t" + random.nextInt(texts);
            b[i] = random.nextInt(numbers);
            c[i] = random.nextInt(50) == 0
                    ? Double.NaN
                    : random.nextGaussian() * Math.pow(10, random.nextInt(magnitude));
            id[i] = i;
        }
        return Columns.none()
                .strings("a", a)
                .longs("b", b)
                .doubles("c", c)
                .longs("id", id)
                .table();
    }

    private static String query(Random random) {
        String from = pick(
                random,
                "this",
                "this",
                "this join (select distinct b, b % 7 as g from this where b < 100) s using (b)",
                "(select * from this union all select * from this where b = 1)",
                "(select a, b, c, id from this order by b limit 5000)",
                "(select *, row_number() over (order by b) as r from this)");
        String where = pick(random, "", "", " where id % 3 <> 0", " where b % 5 = 1", " where a is not null and c > 0");
        return switch (random.nextInt(4)) {
            case 0 -> "select a, b, c, id from " + from + where + end(random, "a", "b");
            case 1 -> "select distinct a, b from " + from + where + end(random, "a", "b");
            case 2 ->
                "select a, " + aggregates(random) + " from " + from + where + " group by a" + end(random, "a", "n");
            default ->
                "select id, " + pick(random, "lag(c)", "sum(b)", "rank()", "count(*)", "avg(c)", "row_number()")
                        + " over (partition by " + pick(random, "a", "b") + " order by " + pick(random, "b", "id")
                        + ") as w from " + from
                        + where + end(random, "id", "w");
        };
    }

    private static String aggregates(Random random) {
        List<String> all = List.of(
                "count(*) as n",
                "sum(b) as s",
                "sum(c) as t",
                "avg(b) as m",
                "min(c) as l",
                "max(id) as h",
                "median(c) as d",
                "count(distinct b) as u",
                "first(id) as f",
                "list(b) as x",
                "stddev(c) as v");
        var chosen = new ArrayList<>(List.of(all.getFirst()));
        all.stream().skip(1).filter(_ -> random.nextInt(4) == 0).forEach(chosen::add);
        return String.join(", ", chosen);
    }

    private static String end(Random random, String one, String other) {
        return pick(random, "", "", " order by " + one, " order by " + other + " desc", " order by all")
                + pick(random, "", "", " limit 1000", " limit 70000 offset 5");
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
