package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Arrays of many rows, which are copied into DuckDB as they lie in memory.
class StagedArraysTest {
    private static final int ROWS = 500_000;

    private final Path folder;

    StagedArraysTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Columns everyKind() {
        var random = new Random(11);
        int[] ints = new int[ROWS];
        long[] longs = new long[ROWS];
        float[] floats = new float[ROWS];
        double[] doubles = new double[ROWS];
        boolean[] truths = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            ints[i] = random.nextInt();
            longs[i] = random.nextLong();
            floats[i] = i % 5 == 0 ? Float.NaN : random.nextFloat();
            doubles[i] = i % 7 == 0 ? Double.NEGATIVE_INFINITY : random.nextGaussian();
            truths[i] = random.nextBoolean();
        }
        String[] words = {"", "s1", "twelve bytes", "thirteen byte", "轍", "車輪の跡", "é".repeat(40), "a\0b", "😀"};
        return Columns.none()
                .ints("i", ints)
                .longs("l", longs)
                .floats("f", floats)
                .doubles("d", doubles)
                .booleans("b", truths)
                .strings("s", texts(i -> i % 11 == 0 ? null : words[i % words.length]))
                .strings("none", new String[ROWS])
                .dates("day", days(i -> i % 13 == 0 ? null : LocalDate.ofEpochDay(random.nextInt(100_000) - 50_000)));
    }

    private static @Nullable String[] texts(IntFunction<@Nullable String> text) {
        @Nullable String[] texts = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            texts[i] = text.apply(i);
        }
        return texts;
    }

    private static @Nullable LocalDate[] days(IntFunction<@Nullable LocalDate> day) {
        @Nullable LocalDate[] days = new LocalDate[ROWS];
        for (int i = 0; i < ROWS; i++) {
            days[i] = day.apply(i);
        }
        return days;
    }

    private static MemoryRelation relation(Columns columns) {
        return (MemoryRelation) columns.table().relation();
    }

    @Test
    void they_give_the_same_bytes_as_value_by_value() {
        Table arrays = everyKind().table();
        assertThat(StagedArrays.canTake(relation(everyKind()).columns())).isTrue();

        Path copied = folder.resolve("copied.parquet");
        arrays.toParquet(copied);
        Path byValue = folder.resolve("by-value.parquet");
        arrays.sql("select * from this").toParquet(byValue);

        assertThat(copied).hasSameBinaryContentAs(byValue);
        assertThat(Table.parquet(copied).doubles("d")).isEqualTo(arrays.doubles("d"));
        assertThat(Table.parquet(copied).strings("s")).isEqualTo(arrays.strings("s"));
    }

    @Test
    void few_rows_and_other_types_go_value_by_value() {
        assertThat(StagedArrays.canTake(
                        relation(Columns.none().ints("i", new int[1000])).columns()))
                .isFalse();
    }

    @Test
    void a_day_beyond_the_calendar_is_told_as_ever() {
        Table far = Columns.none()
                .dates("day", days(i -> i == 400_000 ? LocalDate.MAX : LocalDate.EPOCH))
                .table();

        assertThatThrownBy(() -> far.toParquet(folder.resolve("far.parquet")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("row 400,001, column \"day\"");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Timeout(60)
    void an_interruption_ends_the_copying() throws Exception {
        assertThatAnInterruptionEndsIt("fill");
    }

    @Test
    @Timeout(60)
    void an_interruption_ends_the_writing() throws Exception {
        assertThatAnInterruptionEndsIt("run");
    }

    /// @param phase the method of [StagedArrays] in which it comes
    private void assertThatAnInterruptionEndsIt(String phase) throws Exception {
        Table arrays = everyKind().table();
        var writing = new FutureTask<>(() -> arrays.toParquet(folder.resolve("arrays.parquet")), "written");
        Thread writer = Thread.ofPlatform().daemon().start(writing);
        while (!isIn(writer, phase)) {
            Thread.onSpinWait();
        }
        // A cancellation in the instant before a statement begins is lost, so this asks until it is heard.
        while (!writing.isDone()) {
            writer.interrupt();
            writer.join(20);
        }

        assertThatThrownBy(() -> writing.get(30, TimeUnit.SECONDS)).hasMessageContaining("interrupted while");
        assertThat(folder).isEmptyDirectory();
    }

    private static boolean isIn(Thread thread, String phase) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(StagedArrays.class.getName())
                        && frame.getMethodName().equals(phase));
    }
}
