package dev.wadachi.bench;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One whole process that brings many trivial tasks up to date, each storing a small value.
///
/// Arguments: `chain` or `fan-in`, the number of tasks, a project folder. Run it twice on one folder: the first run
/// is cold, the second finds everything. `bench/many-tasks` does so and prints time and memory.
public final class ManyTasks {

    private ManyTasks() {}

    /// The start of a chain, or one leaf of a fan-in.
    record First(long number) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return number;
        }
    }

    /// A link of a chain.
    record Next(Task<Long> before, long number) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return in.load(before) + number;
        }
    }

    /// The tip of a fan-in.
    record Sum(List<Task<Long>> leaves) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return leaves.stream().mapToLong(in::load).sum();
        }
    }

    /// Runs the measurement.
    public static void main(String[] arguments) {
        int tasks = Integer.parseInt(arguments[1]);
        Task<Long> goal = arguments[0].equals("chain") ? chain(tasks) : fanIn(tasks);
        try (Wadachi wadachi = Wadachi.open(Path.of(arguments[2]))) {
            Report report = wadachi.run(Request.of(goal).jobs(1)).orThrow();
            System.out.println(report.counts() + " in " + report.wall().toMillis() + " ms: " + report.value(goal));
        }
    }

    private static Task<Long> chain(int tasks) {
        Task<Long> last = new First(0);
        for (int i = 1; i < tasks; i++) {
            last = new Next(last, i);
        }
        return last;
    }

    private static Task<Long> fanIn(int tasks) {
        List<Task<Long>> leaves = new ArrayList<>();
        for (int i = 1; i < tasks; i++) {
            leaves.add(new First(i));
        }
        return new Sum(leaves);
    }
}
