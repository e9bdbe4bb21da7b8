package dev.wadachi.bench;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Request;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What the engine itself costs in a JVM that is warm: a chain of trivial tasks, brought up to date as a whole.
///
/// `bench/jmh` runs it; `bench/many-tasks` measures whole processes.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class ManyTasksBenchmark {

    /// The start of the chain.
    record First(int number) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return (long) number;
        }
    }

    /// A link of the chain.
    record Next(Task<Long> before, int number) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return in.load(before) + 1;
        }
    }

    private static Task<Long> chain(int tasks) {
        Task<Long> last = new First(0);
        for (int number = 1; number < tasks; number++) {
            last = new Next(last, number);
        }
        return last;
    }

    private static long bringUpToDate(Path folder, int tasks) {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            Task<Long> goal = chain(tasks);
            return wadachi.run(Request.of(goal).jobs(1)).value(goal);
        }
    }

    /// A project whose results are all there.
    @State(Scope.Benchmark)
    public static class UpToDate {

        @Param({"1000"})
        int tasks;

        Path folder = Path.of("");

        @Setup
        public void run() throws IOException {
            folder = Files.createTempDirectory("up-to-date");
            bringUpToDate(folder, tasks);
        }

        @TearDown
        public void remove() throws IOException {
            Folders.delete(folder);
        }
    }

    /// A project without results, another one each time.
    @State(Scope.Benchmark)
    public static class Empty {

        @Param({"1000"})
        int tasks;

        Path folder = Path.of("");

        @Setup(Level.Invocation)
        public void create() throws IOException {
            folder = Files.createTempDirectory("empty");
        }

        @TearDown(Level.Invocation)
        public void remove() throws IOException {
            Folders.delete(folder);
        }
    }

    @Benchmark
    public long nothingToDo(UpToDate project) {
        return bringUpToDate(project.folder, project.tasks);
    }

    @Benchmark
    public long everythingToDo(Empty project) {
        return bringUpToDate(project.folder, project.tasks);
    }
}
