package dev.wadachi.testkit;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import dev.wadachi.task.Context;
import dev.wadachi.task.Part;
import dev.wadachi.task.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A context that runs tasks straight: no engine, no store, nothing kept between tests.
///
/// ```java
/// Direct in = new Direct();
/// Score score = new Evaluate(Task.of(model), Task.of(table), week).run(in);
/// assertThat(in.metric("mae")).hasValue(17.2);
/// ```
///
/// Each task object that is loaded runs once, and what it expects of its value is checked; what its body throws comes
/// out as [DirectFailure] with the chain of tasks. As in the engine, a load from a thread that a body started itself is
/// an error. Closing removes the files under [#scratch()] and [#checkpoint()].
public final class Direct implements Context, AutoCloseable {

    private static final String NO_TASK = "";

    private final Setting setting;
    private final String task;
    private final Loads loads;
    private final TemporaryFolders folders;
    private final List<MetricPoint> metrics = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Direct> children = new LinkedHashMap<>();
    private @Nullable RandomGenerator random;
    private @Nullable Path checkpoint;

    /// A context whose paths start in the working directory, with seed 0 and no resources.
    public Direct() {
        this(new Setting(Path.of(""), 0, Map.of()), NO_TASK, new Loads(), new TemporaryFolders());
    }

    private Direct(Setting setting, String task, Loads loads, TemporaryFolders folders) {
        this.setting = setting;
        this.task = task;
        this.loads = loads;
        this.folders = folders;
    }

    /// A context whose paths start at the root of a project.
    public static Direct in(Path projectRoot) {
        return fresh(new Setting(projectRoot, 0, Map.of()));
    }

    /// A fresh context with another seed for [#random()].
    public Direct seed(long seed) {
        return fresh(setting.withSeed(seed));
    }

    /// A fresh context in which bodies find this resource too.
    public <R> Direct with(Class<R> type, String name, R resource) {
        return fresh(setting.with(type, name, resource));
    }

    private static Direct fresh(Setting setting) {
        return new Direct(setting, NO_TASK, new Loads(), new TemporaryFolders());
    }

    /// What was measured, in order; not what upstreams and children measured.
    public List<MetricPoint> metrics() {
        return List.copyOf(metrics);
    }

    /// The last value of a metric; empty where it was never measured.
    public OptionalDouble metric(String name) {
        return metrics.stream()
                .filter(point -> point.name().equals(name))
                .mapToDouble(MetricPoint::value)
                .reduce((_, last) -> last);
    }

    /// What was logged, in order.
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /// The contexts of nested runs by their names.
    public Map<String, Direct> children() {
        return Map.copyOf(children);
    }

    @Override
    @SuppressWarnings("NullAway") // callers who know nothing of nullness hand on null, too
    public <T> T load(Task<T> upstream) {
        if (upstream == null) {
            throw new IllegalArgumentException("load was given null, where a task is due");
        }
        return loads.value(upstream, loaded -> new Direct(setting, TaskName.of(loaded.getClass()), loads, folders));
    }

    @Override
    public <R extends Record, P> P load(Task<R> upstream, Part<R, P> part) {
        return part.apply(load(upstream));
    }

    @Override
    public void metric(String name, double value) {
        metrics.add(new MetricPoint(name, value, null));
    }

    @Override
    public void metric(String name, double value, long step) {
        metrics.add(new MetricPoint(name, value, step));
    }

    @Override
    public void progress(double share, String message) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("Progress is a share from 0 to 1, but was " + share + ".");
        }
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }

    /// The same numbers as in the engine where the task is loaded; a task that is run by hand has no name here, so it
    /// draws others.
    @Override
    public RandomGenerator random() {
        RandomGenerator drawn = random;
        if (drawn == null) {
            drawn = new SplittableRandom(
                    Hasher.create().text(task).number(setting.seed()).finish().a());
            random = drawn;
        }
        return drawn;
    }

    /// Always the same: nothing outside remembers it.
    @Override
    public Digest occasion() {
        return Digest.of("a unit test");
    }

    @Override
    public Path scratch() {
        return folders.make("scratch");
    }

    @Override
    public Path checkpoint() {
        Path kept = checkpoint;
        if (kept == null) {
            kept = folders.make("checkpoint");
            checkpoint = kept;
        }
        return kept;
    }

    @Override
    public Context child(String name, Map<String, ?> parameters) {
        return children.computeIfAbsent(name, _ -> new Direct(setting, task, loads, folders));
    }

    @Override
    public Path path(String relative) {
        return setting.path(relative);
    }

    @Override
    public <R> R resource(Class<R> type, String name) {
        return setting.resource(type, name);
    }

    @Override
    public void close() {
        folders.close();
    }
}
