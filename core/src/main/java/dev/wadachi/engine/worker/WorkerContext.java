package dev.wadachi.engine.worker;

import dev.wadachi.codec.Codecs;
import dev.wadachi.codec.PartName;
import dev.wadachi.digest.Digest;
import dev.wadachi.json.JsonNull;
import dev.wadachi.parameter.AbsentValue;
import dev.wadachi.parameter.TaskRoll;
import dev.wadachi.store.ScratchFolder;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Context;
import dev.wadachi.task.Given;
import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Part;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Stored;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a body is given in a worker: it asks the run for values, and decodes them here.
final class WorkerContext implements Context {

    private final Assignment assignment;
    private final TaskRoll roll;
    private final Conversation run;
    private final Resources outside;
    private final ScratchFolder scratch;
    private final PrintStream log;
    private final Thread body = Thread.currentThread();
    private @Nullable RandomGenerator random;

    WorkerContext(
            Assignment assignment,
            TaskRoll roll,
            Conversation run,
            Resources outside,
            ScratchFolder scratch,
            PrintStream log) {
        this.assignment = assignment;
        this.roll = roll;
        this.run = run;
        this.outside = outside;
        this.scratch = scratch;
        this.log = log;
    }

    @Override
    @SuppressWarnings("unchecked") // the value is decoded by the codec of that very task
    public <T> T load(Task<T> task) {
        requireBodyThread("load");
        return (T) decoded(codec(task), asked(task, null));
    }

    @Override
    @SuppressWarnings("unchecked") // the part is decoded by the codec of that very component
    public <R extends Record, P> P load(Task<R> task, Part<R, P> part) {
        requireBodyThread("load");
        String name = PartName.of(part);
        Codec<?> whole = codec(task);
        if (!Codecs.isByComponent(whole)) {
            return part.apply(load(task));
        }
        Codec<?> codec = Codecs.ofComponent(whole, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        task.getClass().getSimpleName() + " gives no part '" + name + "'"));
        return (P) decoded(codec, asked(task, name));
    }

    /// The codec that the run has for the task, too.
    static Codec<?> codec(Task<?> task) {
        return switch (task) {
            case Given<?>(AbsentValue(Class<?> type)) -> Codecs.ofType(type);
            case Given<?>(Object value) -> Codecs.ofValue(value);
            default -> task.codec().<Codec<?>>map(own -> own).orElseGet(() -> Codecs.ofTask(task.getClass()));
        };
    }

    private Stored asked(Task<?> task, @Nullable String part) {
        int number = roll.number(Objects.requireNonNull(task, "load was given null, where a task is due"));
        Answer answer = run.ask(new Question.Load(roll.unsent(), number, part));
        if (answer instanceof Answer.Value(Stored value)) {
            return value;
        }
        throw unexpected(answer);
    }

    private Object decoded(Codec<?> codec, Stored stored) {
        try {
            return codec.decode(stored, scratch);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the stored value cannot be read as " + codec.id(), unreadable);
        }
    }

    @Override
    public void metric(String name, double value) {
        run.tell(new Message.Measured(Reported.name(name), value, null));
    }

    @Override
    public void metric(String name, double value, long step) {
        run.tell(new Message.Measured(Reported.name(name), value, Reported.step(name, step)));
    }

    @Override
    public void progress(double share, String message) {
        run.tell(new Message.Progressed(Reported.share(share), message));
    }

    /// By the way of whatever else the body prints, so that all stays in its order.
    @Override
    public void log(String line) {
        log.print(line.endsWith("\n") ? line : line + "\n");
        log.flush();
    }

    @Override
    public RandomGenerator random() {
        requireBodyThread("random");
        if (random == null) {
            Answer answer = run.ask(new Question.Draw());
            if (!(answer instanceof Answer.Seed(long seed))) {
                throw unexpected(answer);
            }
            random = new SplittableRandom(seed);
        }
        return Objects.requireNonNull(random);
    }

    @Override
    public Path scratch() {
        try {
            return scratch.newFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("no scratch folder could be made for " + assignment.label(), e);
        }
    }

    @Override
    public Path checkpoint() {
        Answer answer = run.ask(new Question.Checkpoint());
        if (answer instanceof Answer.Folder(Path path)) {
            return path;
        }
        throw unexpected(answer);
    }

    @Override
    public Digest occasion() {
        Digest occasion = assignment.occasion();
        if (occasion == null) {
            throw new IllegalStateException(assignment.label() + " is no sink, so what it does outside is not known"
                    + " here; let it implement Sink");
        }
        return occasion;
    }

    @Override
    public List<Integer> gpus() {
        return assignment.gpus();
    }

    @Override
    public Context child(String name, Map<String, ?> parameters) {
        Map<String, String> texts = new TreeMap<>();
        parameters.forEach((parameter, value) -> texts.put(parameter, String.valueOf(value)));
        run.tell(new Message.Nested(name, texts));
        return new NestedContext(this, Reported.name(name));
    }

    @Override
    public Path path(String relative) {
        return outside.path(relative);
    }

    @Override
    public <R> R resource(Class<R> type, String name) {
        if (assignment.resources().find(name).orElse(null) instanceof JsonNull) {
            throw new OutsideException("the resource '" + name + "' is an object of the process that runs the other"
                    + " tasks, and cannot be handed to a JVM of its own; configure it by its settings in wadachi.toml,"
                    + " or take @Isolated off " + assignment.label());
        }
        return outside.resource(type, name);
    }

    private void requireBodyThread(String method) {
        if (Thread.currentThread() != body) {
            throw new IllegalStateException("in." + method + " was called by the thread "
                    + Thread.currentThread().getName() + ", which the body of " + assignment.label()
                    + " started itself; call it on the body's own thread, and hand the value over");
        }
    }

    private static IllegalStateException unexpected(Answer answer) {
        return new IllegalStateException("the run answered " + answer);
    }
}
