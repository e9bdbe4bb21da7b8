package dev.wadachi.engine;

import dev.wadachi.codec.PartName;
import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import dev.wadachi.engine.worker.NestedContext;
import dev.wadachi.engine.worker.Reported;
import dev.wadachi.json.JsonNull;
import dev.wadachi.store.Effect;
import dev.wadachi.store.Load;
import dev.wadachi.store.Metric;
import dev.wadachi.store.Output;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Context;
import dev.wadachi.task.Part;
import dev.wadachi.task.Stored;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one try of one body is given, and what it did with it.
final class BodyContext implements Context, AutoCloseable {

    private static final String NO_TASK = "load was given null, where a task is due";

    private final Execution execution;
    private final Node node;
    private final Seat seat;
    private final BodyLog log;
    private final Thread body = Thread.currentThread();
    private final Instant started = Instant.now();
    private final Set<Load> loads = new LinkedHashSet<>();
    private final Set<Node> declared;
    private final List<Metric> metrics = new ArrayList<>();
    private final List<Path> scratches = new ArrayList<>();
    private @Nullable RandomGenerator random;
    private @Nullable Effect effect;
    private @Nullable RuntimeException loadFailed;
    private boolean checkpointed;

    BodyContext(Execution execution, Node node, Seat seat, BodyLog log) {
        this.execution = execution;
        this.node = node;
        this.declared = node.upstreams.stream().map(Node.Upstream::node).collect(Collectors.toSet());
        this.seat = seat;
        this.log = log;
    }

    @Override
    @SuppressWarnings("unchecked") // the value was decoded by the codec of that very task
    public <T> T load(Task<T> task) {
        requireBodyThread("load");
        Node loaded = valued(task);
        return (T) value(loaded, loaded.codec, noted(loaded, null));
    }

    @Override
    @SuppressWarnings("unchecked") // the part was decoded by the codec of that very component
    public <R extends Record, P> P load(Task<R> task, Part<R, P> part) {
        requireBodyThread("load");
        String name = PartName.of(part);
        Node loaded = valued(task);
        if (!Parting.isByComponent(loaded)) {
            return part.apply(load(task));
        }
        return (P) value(loaded, Parting.codec(loaded, name), noted(loaded, name));
    }

    /// The value of a task, or of a part of it, as it lies in the store: for a body in another process.
    Stored stored(Task<?> task, @Nullable String part) {
        requireBodyThread("load");
        Node loaded = valued(task);
        Output output = noted(loaded, part);
        return present(loaded, output, () -> execution.values().stored(output));
    }

    /// The value of an upstream, without noting that it was looked at.
    Object valueOf(Node upstream) {
        return value(upstream, upstream.codec, execution.outputOf(upstream));
    }

    /// The node of a task of the graph, if it is one.
    Optional<Node> known(Task<?> task) {
        return execution.loading().known(task);
    }

    /// The node of a task, with a value; brings it up to date first if nobody did.
    /// A body of a caller who knows nothing of nullness may hand on a component that is none.
    private Node valued(@Nullable Task<?> task) {
        if (task == null) {
            throw new IllegalArgumentException(NO_TASK);
        }
        try {
            Node loaded = execution.loading().nodeOf(node, task);
            if (!(loaded.settlement instanceof Settlement.Valued)) {
                execution.loading().await(node, loaded, seat);
            }
            return loaded;
        } catch (LoadFailed | LoadCycle e) {
            loadFailed = e;
            throw e;
        }
    }

    private Object value(Node loaded, Codec<?> codec, Output output) {
        return present(loaded, output, () -> read(loaded, codec, output));
    }

    /// What is read of an output, whose task is run again if its bytes are gone.
    private <V> V present(Node loaded, Output output, Supplier<Optional<V>> reading) {
        Optional<V> value = reading.get();
        if (value.isPresent()) {
            return value.get();
        }
        try {
            execution.restoring().restore(loaded, output, seat);
        } catch (UpstreamMoved | LoadFailed e) {
            loadFailed = e;
            throw e;
        }
        return reading.get()
                .orElseThrow(() -> new IllegalStateException("the value of " + loaded.label()
                        + " is gone again, just after it was computed again; does something else clean the store?"));
    }

    private Optional<Object> read(Node loaded, Codec<?> codec, Output output) {
        try {
            return execution.values().read(codec, output);
        } catch (RuntimeException unreadable) {
            throw Offered.unreadable(unreadable, loaded, execution.store());
        }
    }

    /// What is read now. A declared upstream is in the fingerprint already, unless it counts by its parts.
    private Output noted(Node loaded, @Nullable String part) {
        Output whole = execution.outputOf(loaded);
        Output output = part == null ? whole : Parting.part(whole, part);
        boolean isDeclared = declared.contains(loaded);
        if (!isDeclared || Parting.isByComponent(loaded)) {
            loads.add(new Load.Value(
                    loaded.key, part, output.digest(), isDeclared ? JsonNull.NULL : execution.recipe(loaded)));
        }
        return output;
    }

    /// A body may have swallowed the exception; what it gave is worth nothing all the same.
    void throwIfLoadsFailed() {
        if (loadFailed != null) {
            throw loadFailed;
        }
    }

    @Override
    public void metric(String name, double value) {
        measured(new Metric(Reported.name(name), value, null));
    }

    @Override
    public void metric(String name, double value, long step) {
        measured(new Metric(Reported.name(name), value, Reported.step(name, step)));
    }

    private synchronized void measured(Metric metric) {
        metrics.add(metric);
        execution.recorder().measured(node, metric);
    }

    @Override
    public void progress(double share, String message) {
        execution.recorder().progressed(node, Reported.share(share), message);
    }

    @Override
    public void log(String line) {
        log.lines(line);
    }

    @Override
    public RandomGenerator random() {
        requireBodyThread("random");
        if (random == null) {
            random = new SplittableRandom(drawn());
        }
        return Objects.requireNonNull(random);
    }

    /// The seed of the body's random numbers, which makes the run's seed an input.
    long drawn() {
        loads.add(new Load.Seed(execution.seed()));
        return Hasher.create()
                .text(node.key.task())
                .number(execution.seed())
                .finish()
                .a();
    }

    @Override
    public synchronized Path scratch() {
        try {
            Path folder = execution.store().scratch().newFolder();
            scratches.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("no scratch folder could be made for " + node.label(), e);
        }
    }

    @Override
    public synchronized Path checkpoint() {
        checkpointed = true;
        return execution
                .store()
                .checkpoint(Objects.requireNonNull(node.fingerprint).total());
    }

    @Override
    public Digest occasion() {
        Effect begun = effect;
        if (begun == null) {
            throw new IllegalStateException(node.label() + " is no sink, so what it does outside is not known here; let"
                    + " it implement Sink");
        }
        return begun.occasion();
    }

    @Override
    public Context child(String name, Map<String, ?> parameters) {
        execution.recorder().childStarted(node, name, parameters);
        return new NestedContext(this, Reported.name(name));
    }

    @Override
    public Path path(String relative) {
        return execution.outside().path(relative);
    }

    @Override
    public <R> R resource(Class<R> type, String name) {
        return execution.outside().resource(type, name);
    }

    /// Loads are recorded in the order in which the body makes them; other threads have no such order.
    private void requireBodyThread(String method) {
        if (Thread.currentThread() != body) {
            throw new IllegalStateException("in." + method + " was called by the thread "
                    + Thread.currentThread().getName() + ", which the body of " + node.label()
                    + " started itself; call it on the body's own thread, and hand the value over");
        }
    }

    /// Notes that the value is one that was published.
    void note(Load.Offer offer) {
        loads.add(offer);
    }

    /// Notes what the body begins to do outside.
    void note(Effect begun) {
        effect = begun;
    }

    /// What the body does outside, if it is a sink's.
    Optional<Effect> effect() {
        return Optional.ofNullable(effect);
    }

    List<Load> loads() {
        return List.copyOf(loads);
    }

    synchronized List<Metric> metrics() {
        return List.copyOf(metrics);
    }

    @Override
    public List<Integer> gpus() {
        return seat.gpus();
    }

    Instant started() {
        return started;
    }

    /// The result is kept: what was put by for another try is not needed any more.
    synchronized void succeeded() {
        if (checkpointed) {
            execution
                    .store()
                    .removeCheckpoint(Objects.requireNonNull(node.fingerprint).total());
        }
    }

    @Override
    public synchronized void close() {
        scratches.forEach(execution.store()::discardScratch);
        scratches.clear();
    }
}
