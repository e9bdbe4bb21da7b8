package dev.wadachi.engine;

import dev.wadachi.code.Warning;
import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.store.FileRead;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Metric;
import dev.wadachi.store.Origin;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.PublishedUse;
import dev.wadachi.store.RunEnd;
import dev.wadachi.store.RunLog;
import dev.wadachi.store.RunMetric;
import dev.wadachi.store.RunState;
import dev.wadachi.store.StandIn;
import dev.wadachi.store.TaskFailure;
import dev.wadachi.store.TaskOutcome;
import dev.wadachi.task.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes down what happens in a run, and tells the listener. Thread-safe: one event at a time.
final class Recorder {

    private static final System.Logger LOG = System.getLogger("dev.wadachi");

    private final RunLog run;
    private final Listener listener;
    private final Confidential confidential;
    private final String project;
    private final String host;
    private final String user;
    private final Map<Key, TaskResult> results = new LinkedHashMap<>();
    private final Map<String, RunMetric> lastMetrics = new LinkedHashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<Warning> suspected = new HashSet<>();
    private final Set<FileRead> reads = new HashSet<>();
    private final List<Verified> verified = new ArrayList<>();
    private boolean over;

    Recorder(RunLog run, Listener listener, Confidential confidential, String project, String host, String user) {
        this.run = run;
        this.listener = listener;
        this.confidential = confidential;
        this.project = project;
        this.host = host;
        this.user = user;
    }

    /// What others may read of a text.
    String masked(String text) {
        return confidential.masked(text);
    }

    String id() {
        return run.id().text();
    }

    Origin origin(Instant started) {
        return new Origin(run.id(), project, started, host, user);
    }

    /// What the host may know of a body.
    Occupant occupant(Node node, Seat seat) {
        Claim claim = node.traits.claim();
        return new Occupant(
                ProcessHandle.current().pid(),
                user,
                project,
                id(),
                masked(node.label()),
                seat.state(),
                claim.cores(),
                claim.memory(),
                claim.gpus(),
                seat.gpus(),
                seat.since());
    }

    synchronized void begun(int tasks) {
        tell(new Event.RunStarted(id(), tasks));
    }

    synchronized void started(Job job) {
        run.publish(
                event("started", job.node()).put("reason", reason(job.causes())).build());
        tell(new Event.TaskStarted(job.node().key, job.node().label(), job.causes()));
    }

    synchronized void ended(TaskResult result) {
        results.put(result.key(), result);
        run.append(new TaskOutcome(
                result.key(),
                result.outcome(),
                result.trace().orElse(null),
                reason(result.causes()),
                seconds(result.wall()),
                seconds(result.cpu()),
                result.bytes()));
        tell(new Event.TaskEnded(result));
    }

    /// Before [#ended]: without it the run could not be computed again.
    synchronized void stoodIn(Node node, Settlement.Valued given) {
        String because = given.marks().stream().map(Mark::because).collect(Collectors.joining("; "));
        run.append(new StandIn(node.key, given.output(), masked(because)));
    }

    /// A task has a value, and was given published ones for it.
    synchronized void used(Node node) {
        node.upstreams.forEach(upstream -> used(node, upstream.node()));
        node.loaded().forEach(source -> used(node, source));
    }

    private void used(Node node, Node source) {
        if (source.task instanceof Published<?>) {
            run.append(new PublishedUse(node.key, source.key));
        }
    }

    synchronized void failed(Failure failure) {
        failures.add(failure);
        run.publish(new TaskFailure(
                failure.task(),
                failure.label(),
                failure.chain(),
                masked(StackText.of(failure.cause())),
                failure.log(),
                failure.wholeLog().orElse(null)));
    }

    /// The metric has reached the operating system when this returns: the death of this process loses nothing.
    synchronized void measured(Node node, Metric metric) {
        var json = event("metric", node).put("name", metric.name()).put("value", metric.figure());
        metric.position().ifPresent(step -> json.put("step", step));
        run.publish(json.build());
        lastMetrics.put(node.key.digest().hex() + metric.name(), new RunMetric(node.key, metric));
        tell(new Event.Measured(node.key, metric));
    }

    synchronized void tick() {
        if (!over) {
            told("time", listener::tick);
        }
    }

    synchronized void progressed(Node node, double share, String message) {
        tell(new Event.Progressed(node.key, share, message));
    }

    synchronized void logged(Node node, String line) {
        tell(new Event.Logged(node.key, line));
    }

    synchronized void childStarted(Node node, String name, Map<String, ?> parameters) {
        var json = event("child", node).put("name", name);
        var texts = JsonObject.builder();
        new TreeMap<>(parameters).forEach((parameter, value) -> texts.put(parameter, String.valueOf(value)));
        run.publish(json.put("parameters", texts.build()).build());
    }

    /// What the code of a task that runs reaches; many tasks of one class, or with one helper, are told once.
    synchronized void suspected(List<Warning> suspicions) {
        for (Warning suspicion : suspicions) {
            if (suspected.add(suspicion)) {
                warned(suspicion.text());
            }
        }
    }

    /// A source asked for a file; it does so before and after reading, which is told once.
    synchronized void read(FileRead file) {
        if (reads.add(file)) {
            run.append(file);
        }
    }

    synchronized void warned(String said) {
        String text = masked(said);
        warnings.add(text);
        run.publish(
                JsonObject.builder().put("event", "warning").put("text", text).build());
        tell(new Event.Warned(text));
    }

    synchronized void verified(Verified task) {
        verified.add(task);
    }

    synchronized List<Verified> verified() {
        return List.copyOf(verified);
    }

    synchronized List<TaskResult> results() {
        return List.copyOf(results.values());
    }

    synchronized List<Failure> failures() {
        return List.copyOf(failures);
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    /// Ends the run for good.
    synchronized void finished(Report report, RunState state) {
        SortedMap<Outcome, Integer> outcomes = new TreeMap<>();
        report.tasks().forEach(task -> outcomes.merge(task.outcome(), 1, Integer::sum));
        String error = report.failures().isEmpty() ? null : masked(FailureText.of(report));
        var marks = report.tasks().stream()
                .flatMap(task -> task.marks().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        run.finish(new RunEnd(
                state, outcomes, List.copyOf(lastMetrics.values()), List.copyOf(marks), error, JsonObject.EMPTY));
        tell(new Event.RunEnded(report));
        over = true;
    }

    /// The run ends although not everything could be written down.
    synchronized void abandoned() {
        over = true;
        try {
            run.close();
        } catch (RuntimeException cannotBeWritten) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the end of run " + id() + " could not be recorded: " + cannotBeWritten.getMessage());
        }
    }

    private void tell(Event event) {
        told(event, () -> listener.on(event));
    }

    private static void told(Object what, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.WARNING, "a listener failed on " + what, broken);
        }
    }

    private static JsonObjectBuilder event(String kind, Node node) {
        return JsonObject.builder()
                .put("event", kind)
                .put("task", node.key.task())
                .put("key", node.key.digest().hex())
                .put("at", Instant.now().toString());
    }

    private static String reason(List<Cause> causes) {
        return causes.isEmpty() ? "" : causes.stream().map(Cause::text).collect(Collectors.joining("; "));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
