import dev.wadachi.task.Context;
import dev.wadachi.task.Pipeline;
import dev.wadachi.task.Task;
import java.util.List;
import java.util.stream.IntStream;

/// Many trivial tasks, each of which stores a small value: what remains is the engine's own cost.
///
///     wadachi run ManyTasks.java Chain last --tasks 5000
///     wadachi run ManyTasks.java FanIn sum --tasks 5000
///
/// `bench/many-tasks` measures both, as whole processes.
record Chain(int tasks) implements Pipeline {

    public Task<Long> last() {
        Task<Long> task = new First(0);
        for (int number = 1; number < tasks; number++) {
            task = new Next(task, number);
        }
        return task;
    }
}

/// One task after all others.
record FanIn(int tasks) implements Pipeline {

    public Task<Long> sum() {
        return new Sum(
                IntStream.range(1, tasks).<Task<Long>>mapToObj(First::new).toList());
    }
}

record First(int number) implements Task<Long> {
    public Long run(Context in) {
        return (long) number;
    }
}

record Next(Task<Long> before, int number) implements Task<Long> {
    public Long run(Context in) {
        return in.load(before) + 1;
    }
}

record Sum(List<Task<Long>> all) implements Task<Long> {
    public Long run(Context in) {
        return all.stream().mapToLong(in::load).sum();
    }
}
