import dev.wadachi.task.Context;
import dev.wadachi.task.Isolated;
import dev.wadachi.task.Needs;
import dev.wadachi.task.Pipeline;
import dev.wadachi.task.Task;

/// Trivial tasks one after another, in the process of the run and each in a JVM of its own: the difference is what such
/// a JVM costs.
///
///     wadachi run Apart.java Apart here --tasks 5
///     wadachi run Apart.java Apart apart --tasks 5
///     wadachi run Apart.java Apart large --tasks 5
///
/// `bench/isolated` measures them, as whole processes.
record Apart(int tasks) implements Pipeline {

    public Task<Long> here() {
        Task<Long> task = Task.of(0L);
        for (int number = 0; number < tasks; number++) {
            task = new Here(task, number);
        }
        return task;
    }

    public Task<Long> apart() {
        Task<Long> task = Task.of(0L);
        for (int number = 0; number < tasks; number++) {
            task = new Isolate(task, number);
        }
        return task;
    }

    /// With another heap than that of the process of the run.
    public Task<Long> large() {
        Task<Long> task = Task.of(0L);
        for (int number = 0; number < tasks; number++) {
            task = new Large(task, number);
        }
        return task;
    }
}

record Here(Task<Long> before, int number) implements Task<Long> {
    public Long run(Context in) {
        return in.load(before) + 1;
    }
}

@Isolated
record Isolate(Task<Long> before, int number) implements Task<Long> {
    public Long run(Context in) {
        return in.load(before) + 1;
    }
}

@Isolated
@Needs(memory = "1GB")
record Large(Task<Long> before, int number) implements Task<Long> {
    public Long run(Context in) {
        return in.load(before) + 1;
    }
}
