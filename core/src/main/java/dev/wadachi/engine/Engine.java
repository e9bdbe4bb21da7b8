package dev.wadachi.engine;

import dev.wadachi.code.CodeCache;
import dev.wadachi.code.CodeReader;
import dev.wadachi.code.UserCode;
import dev.wadachi.codec.Codecs;
import dev.wadachi.digest.Contents;
import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonObject;
import dev.wadachi.resource.ProjectResources;
import dev.wadachi.store.Accept;
import dev.wadachi.store.Commit;
import dev.wadachi.store.Output;
import dev.wadachi.store.Publications;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.RunStart;
import dev.wadachi.store.RunState;
import dev.wadachi.store.Store;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Task;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Runs and plans requests on one project and one store. Thread-safe; several requests may run at once.
public final class Engine {

    private final Path project;
    private final Store store;
    private final UserCode userCode;
    private final CodeCache codeCache;
    private final Confidential confidential;
    private final Map<String, Object> resources;
    private final Values values;
    private final Environment environment;
    private final FileMemory contents;
    private final String host = hostName();
    private final String user = System.getProperty("user.name", "unknown");
    private final Set<Stopping> running = ConcurrentHashMap.newKeySet();

    /// An engine for a project.
    ///
    /// @param project its root: paths of tasks are resolved against it
    /// @param store where results are kept; stays open
    /// @param resources configured resources by name
    /// @param secrets texts that stay out of logs
    /// @param userCode which classes are the user's own
    /// @param cache a folder for what can be found out again
    public Engine(
            Path project,
            Store store,
            Map<String, Object> resources,
            Collection<String> secrets,
            UserCode userCode,
            Path cache) {
        this.project = project.toAbsolutePath().normalize();
        this.store = store;
        this.userCode = userCode;
        this.codeCache = CodeCache.in(cache);
        this.confidential = Confidential.of(secrets);
        this.resources = Map.copyOf(resources);
        this.values = new Values(store);
        this.contents = FileMemory.in(cache.resolve("contents"));
        this.environment = new Environment(store, contents);
    }

    /// Brings the goals of a request up to date.
    ///
    /// @throws Refused if the request cannot be carried out as it is put; nothing was run then
    public Report run(Request request) {
        Stopping stopping = new Stopping();
        running.add(stopping);
        try {
            return run(request, stopping, KnownFailures.NONE);
        } finally {
            running.remove(stopping);
        }
    }

    /// Brings every point of a backfill up to date, each by a run of its own.
    ///
    /// @throws Refused if a request cannot be carried out as it is put; nothing was run then
    public BackfillReport run(Backfill backfill) {
        Stopping stopping = new Stopping();
        running.add(stopping);
        try {
            BackfillPlan before = plan(backfill);
            KnownFailures known = KnownFailures.fromNow();
            return new Backfilling(backfill, stopping, point -> run(point, stopping, known))
                    .run(before, point -> PointReport.upToDate(point.name(), task -> kept(point, task)));
        } finally {
            running.remove(stopping);
        }
    }

    private Report run(Backfill.Point point, Stopping whole, KnownFailures known) {
        Stopping stopping = whole.part();
        try {
            return run(point.request(), stopping, known);
        } finally {
            whole.ended(stopping);
        }
    }

    private Optional<Object> kept(BackfillPlan.Point point, Task<?> goal) {
        Key key = node(goal).key;
        return point.goals().stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .flatMap(Step::result)
                .map(recorded -> value(goal, recorded));
    }

    private Report run(Request request, Stopping stopping, KnownFailures known) {
        long began = System.nanoTime();
        return prepared(request, preparation -> carryOut(preparation, stopping, known, began));
    }

    private Report carryOut(Preparation preparation, Stopping stopping, KnownFailures known, long began) {
        Request request = preparation.request();
        Graph graph = preparation.graph();
        Targets targets = preparation.targets();
        RunStart start = start(request, graph, preparation.shop().environment());
        Recorder recorder =
                new Recorder(store.runs().begin(start), request.listener(), confidential, store.project(), host, user);
        Execution execution = new Execution(preparation, targets, recorder, known);
        stopping.reaches(execution);
        try (var _ = Pulse.of(execution::tick);
                var _ = store.tell(recorder::warned)) {
            recorder.begun(preparation.needed().size());
            execution.run();
        } catch (RuntimeException cannotBeRecorded) {
            recorder.abandoned();
            throw cannotBeRecorded;
        }
        Report report = report(recorder, graph, Duration.ofNanos(System.nanoTime() - began));
        recorder.finished(report, state(report, execution));
        return report;
    }

    /// Does something with a request and with all that it takes, and writes down what was learnt of files meanwhile.
    private <T> T prepared(Request request, Function<Preparation, T> use) {
        try (CodeReader reader = CodeReader.over(userCode, codeCache)) {
            GivenValues given = new GivenValues(store);
            Graph graph = graph(request, given);
            Overrides overrides = Overrides.of(request.forces(), new EarlierLoads(graph, store), store, given);
            List<Node> needed = Preparation.needed(request, graph, overrides);
            return use.apply(new Preparation(workshop(reader, request), request, graph, overrides, needed));
        } finally {
            contents.keep();
        }
    }

    private static RunState state(Report report, Execution execution) {
        if (report.succeeded()) {
            return RunState.SUCCEEDED;
        }
        return execution.isCancelled() ? RunState.CANCELLED : RunState.FAILED;
    }

    private Report report(Recorder recorder, Graph graph, Duration wall) {
        return new Report(
                recorder.id(),
                recorder.results(),
                recorder.failures(),
                recorder.warnings(),
                recorder.verified(),
                wall,
                task -> value(graph, task));
    }

    /// Empty if the task took no part, or has no value.
    private Optional<Object> value(Graph graph, Task<?> task) {
        graph.add(List.of(task));
        Node node = Objects.requireNonNull(graph.find(task));
        if (!(node.settlement instanceof Settlement.Valued valued)) {
            return Optional.empty();
        }
        return Optional.of(read(node, valued.output())
                .orElseThrow(() -> new IllegalStateException("the value of " + node.label()
                        + " is gone from the store since it was computed; run it again")));
    }

    private Optional<Object> read(Node node, Output output) {
        try {
            return values.read(node.codec, output);
        } catch (RuntimeException unreadable) {
            throw Offered.unreadable(unreadable, node, store);
        }
    }

    /// What a run would do, and why. Runs no body.
    ///
    /// @throws Refused if the request cannot be carried out as it is put
    public Plan plan(Request request) {
        return prepared(request, preparation -> {
            preparation.targets();
            return preparation.plan();
        });
    }

    /// How what a run would do now stands to what an earlier run did. Runs no body.
    ///
    /// @throws Refused if the request cannot be carried out as it is put
    public RunDifference differences(Request request, RunRecord run) {
        return prepared(
                request,
                preparation -> new AgainstRun(preparation.shop(), preparation.graph(), run)
                        .of(preparation.plan(), new Git(project).commit()));
    }

    /// Which points of a backfill are there, and why others are not. Runs no body. Points with the same forces share a
    /// plan, so that what they have in common is looked up once.
    ///
    /// @throws Refused if a request cannot be carried out as it is put
    public BackfillPlan plan(Backfill backfill) {
        return BackfillPlan.of(
                backfill,
                backfill.alike().stream()
                        .map(alike -> new BackfillPlan.Share(alike.points(), plan(alike.together())))
                        .toList(),
                key -> !store.traces().ofKey(key, 1).isEmpty());
    }

    /// Offers the kept result of a request's one goal to other projects. Runs nothing.
    ///
    /// @param known problems that are known already
    /// @throws Refused with everything that is in the way
    public Publications.Outcome publish(Request request, Offering offering, List<String> known) {
        return prepared(
                request,
                preparation -> new Publishing(store, user)
                        .publish(request, preparation.graph(), preparation.plan(), offering, known));
    }

    /// Writes down what was learnt of files.
    public void close() {
        contents.keep();
    }

    /// What files and folders contain; remembers it, so that a file is read again only when it changed.
    public Contents contents() {
        return contents;
    }

    /// The newest result of a task, whatever changed since; empty if there is none whose bytes are there.
    public Optional<Recorded> latest(Task<?> task) {
        return firstUsable(store.traces().ofKey(node(task).key, Integer.MAX_VALUE));
    }

    /// The newest result of any task of a class, whatever its parameters; empty if there is none whose bytes are there.
    public Optional<Recorded> latest(Class<? extends Task<?>> task) {
        return firstUsable(store.traces().ofTask(new TaskNames().of(task).stored(), Integer.MAX_VALUE));
    }

    private Optional<Recorded> firstUsable(List<Recorded> newestFirst) {
        return newestFirst.stream()
                .filter(recorded -> store.revocations().of(recorded).isEmpty())
                .filter(recorded ->
                        store.blobs().open(recorded.trace().output()).isPresent())
                .findFirst();
    }

    /// The value of a kept result of a task.
    public Object value(Task<?> task, Recorded recorded) {
        return read(node(task).codec, recorded);
    }

    /// The value of any kept result, read as its task's class says.
    ///
    /// @param classes where the task's class is found
    /// @throws IllegalArgumentException if the class is gone, or does not tell its type
    public Object value(Recorded recorded, ClassLoader classes) {
        String name = recorded.trace().inputs().taskClass();
        try {
            return read(Codecs.ofTask(Class.forName(name, false, classes)), recorded);
        } catch (ClassNotFoundException gone) {
            throw new IllegalArgumentException(
                    "the class " + name + " is no longer there, so its values cannot be read; look at its bytes", gone);
        }
    }

    /// The value of any kept result, read as a task's class says.
    ///
    /// @throws IllegalArgumentException if the bytes are gone, or the class does not tell its type
    public Object value(Recorded recorded, Class<?> task) {
        return read(Codecs.ofTask(task), recorded);
    }

    private Object read(Codec<?> codec, Recorded recorded) {
        Output output = recorded.trace().output();
        return values.read(codec, output)
                .orElseThrow(() -> new IllegalArgumentException("the bytes of "
                        + recorded.trace().key().shortText() + " are gone from the store; run it again"));
    }

    /// Declares that what differs in code and surroundings leaves the kept results of some tasks as they are.
    ///
    /// @param request the goals in whose graph the tasks are
    /// @param task a task's name, or `*` for all
    /// @param library if not empty, only the change of this library is accepted
    /// @param reason why, for people
    /// @return what was declared equal; empty if nothing differs
    public List<Accept> accept(Request request, String task, String library, String reason) {
        try (CodeReader reader = CodeReader.over(userCode, codeCache)) {
            Graph graph = graph(request, new GivenValues(store));
            return new Accepting(workshop(reader, request), graph, user).accept(task, library, reason);
        }
    }

    /// Stops every run that was asked for by now and has not ended: what ran is kept, what did not begin is skipped.
    public void cancel() {
        running.forEach(Stopping::ask);
    }

    private Node node(Task<?> task) {
        Graph graph = new Graph(Capacity.ofMachine(), new GivenValues(store));
        graph.add(List.of(task));
        return Objects.requireNonNull(graph.find(task));
    }

    private static Graph graph(Request request, GivenValues given) {
        Graph graph = new Graph(
                Capacity.ofMachine()
                        .withJobs(Math.max(request.jobs(), Runtime.getRuntime().availableProcessors())),
                given);
        graph.add(request.goals());
        return graph;
    }

    private Workshop workshop(CodeReader reader, Request request) {
        Codes codes = new Codes(reader);
        Environment surroundings = environment.of(request.goals());
        Resources outside = ProjectResources.of(project, resources, request.goals(), new PublishedShelf(store));
        return new Workshop(
                store,
                values,
                outside,
                codes,
                new Fingerprints(codes, outside, contents, Conventions.ofThisProcess()),
                new Explainer(store, codes, surroundings),
                surroundings);
    }

    private RunStart start(Request request, Graph graph, Environment surroundings) {
        Invocation made = request.invocation();
        List<String> goals = new ArrayList<>();
        if (made.pipeline().isEmpty()) {
            request.goals()
                    .forEach(goal ->
                            goals.add(Objects.requireNonNull(graph.find(goal)).label()));
        } else {
            goals.addAll(made.goals());
        }
        Commit commit = new Git(project).commit(store).orElse(null);
        return new RunStart(
                store.project(),
                made.pipeline(),
                goals,
                new TreeMap<>(made.parameters()),
                made.command(),
                user,
                commit,
                surroundings.java(),
                surroundings.system(),
                surroundings.jars(),
                request.seed(),
                JsonObject.EMPTY);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
