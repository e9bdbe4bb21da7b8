package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.digest.Key;
import dev.wadachi.json.Json;
import dev.wadachi.parameter.TaskSpec;
import dev.wadachi.store.Effect;
import dev.wadachi.store.Lease;
import dev.wadachi.store.Output;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunId;
import dev.wadachi.store.Store;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Sink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One run: decides each node, runs what is not there, and knows when all is settled.
///
/// The order for each node: upstreams' outputs → fingerprint → hit, or job → body → trace → settled. Nodes are settled
/// once; everything else about order lies in [Decisions] and [Bodies]. Thread-safe.
final class Execution {

    private final Workshop shop;
    private final Request request;
    private final Overrides overrides;
    private final List<Node> needed;
    private final Lookup lookup;
    private final Recorder recorder;
    private final Decisions decisions;
    private final Loading loading;
    private final Bodies bodies;
    private final Restoring restoring;
    private final Targets targets;
    private final KnownFailures known;
    private final Set<Node> goals;
    private final Set<Key> forced = ConcurrentHashMap.newKeySet();
    private final Map<Node, Recorded> verifying = new ConcurrentHashMap<>();
    private final Set<Node> enlisted = new HashSet<>();
    private volatile boolean cancelled;
    private volatile @Nullable RuntimeException unrecorded;

    Execution(Preparation preparation, Targets targets, Recorder recorder, KnownFailures known) {
        this.shop = preparation.shop();
        this.request = preparation.request();
        this.overrides = preparation.overrides();
        this.needed = preparation.needed();
        this.targets = targets;
        this.known = known;
        this.recorder = recorder;
        this.lookup = new Lookup(shop.store(), shop.values(), shop.outside(), request.seed());
        this.decisions = new Decisions(this::decide, this::settled, this::unread, overrides::standsAlone);
        this.loading = new Loading(preparation.graph(), decisions, node -> enlist(overrides.needed(List.of(node))));
        Capacity machine = Capacity.ofMachine();
        HostPermits host = HostPermits.ofHost();
        this.bodies = new Bodies(
                this,
                decisions,
                new Permits(machine.withJobs(request.jobs()), recorder::warned),
                request.jobs() <= machine.cores() ? host : host.withoutCores());
        this.restoring = new Restoring(this, decisions, bodies);
        this.goals = Set.copyOf(preparation.goals());
    }

    /// Brings everything up to date; returns when every node is settled.
    void run() {
        BodyOutput.runStarted();
        try (bodies) {
            enlist(needed);
            decisions.start(Math.max(2, Runtime.getRuntime().availableProcessors()));
            awaitAll();
        } finally {
            BodyOutput.runEnded();
            HostNotice.ofProcess().show(recorder.id(), List.of());
        }
        RuntimeException lost = unrecorded;
        if (lost != null) {
            throw stopped(lost);
        }
    }

    private RuntimeException stopped(RuntimeException unrecorded) {
        if (!(unrecorded instanceof UncheckedIOException written)) {
            return unrecorded;
        }
        return new UncheckedIOException(
                "the run " + recorder.id() + " was stopped, because what happened could not be written down: "
                        + written.getMessage() + "; everything recorded before stands: make room and run it again",
                written.getCause());
    }

    private void awaitAll() {
        boolean interrupted = false;
        while (true) {
            try {
                decisions.awaitAll();
                break;
            } catch (InterruptedException stop) {
                interrupted = true;
                cancel();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Time passes: who looks on is told, here and on the whole host.
    void tick() {
        recorder.tick();
        HostNotice.ofProcess().show(recorder.id(), bodies.occupants(recorder));
    }

    /// Stops the run: bodies are interrupted, what has not begun is skipped. What is kept stays.
    void cancel() {
        cancelled = true;
        bodies.cancel();
    }

    boolean isCancelled() {
        return cancelled;
    }

    /// Puts into the queue what is not there yet.
    private synchronized void enlist(List<Node> needed) {
        decisions.add(needed.stream()
                .filter(node -> node.settlement == null && enlisted.add(node))
                .toList());
    }

    // ---- deciding

    private void decide(Node node) {
        try {
            decide(node, loading.withoutWaiting());
        } catch (WouldWait ownThread) {
            decideOnOwnThread(node);
        }
    }

    private void decideOnOwnThread(Node node) {
        Thread.ofVirtual().name("wadachi-decide-" + node.key.shortText()).start(() -> {
            decide(node, loading.waiting());
            decisions.decideAll();
        });
    }

    private void decide(Node node, Lookup.Loads loads) {
        try {
            Optional<Settlement.Valued> given = overrides.settlement(node);
            if (given.isPresent()) {
                recorder.stoodIn(node, given.get());
                settle(node, given.get());
                return;
            }
            if (cancelled
                    || node.upstreams.stream()
                            .anyMatch(each -> !(each.node().settlement instanceof Settlement.Valued))) {
                settle(node, Results.skipped(node));
                return;
            }
            Fingerprint fingerprint = fingerprint(node);
            Optional<Cause> force = force(node);
            if (force.isPresent()) {
                bodies.submit(new Job(node, List.of(force.get()), Job.Kind.FORCED, 0, null));
                return;
            }
            switch (lookup.find(node, fingerprint, loads)) {
                case Lookup.Found.Hit hit -> hit(node, hit);
                case Lookup.Found.Miss(int last, List<Cause> causes) ->
                    bodies.submit(new Job(node, causes(node, causes), Job.Kind.MISSING, last, null));
            }
        } catch (WouldWait wait) {
            throw wait;
        } catch (Throwable thrown) {
            settle(node, broken(new Job(node, List.of(), Job.Kind.MISSING, 0, null), thrown));
        }
    }

    private void hit(Node node, Lookup.Found.Hit hit) {
        Recorded recorded = hit.recorded();
        Optional<Cause> affected = overrides.affected(recorded).or(() -> overrides.downstream(recorded, forced));
        Output output = recorded.trace().output();
        if (affected.isPresent()) {
            bodies.submit(new Job(node, List.of(affected.get()), Job.Kind.FORCED, 0, null));
        } else if (goals.contains(node) && shop.values().isLost(node.codec, output)) {
            Cause lost = new Cause.OutputLost(output.digest().shortHex());
            bodies.submit(new Job(node, List.of(lost), Job.Kind.FORCED, 0, null));
        } else if (overrides.verifies()) {
            verifying.put(node, recorded);
            bodies.submit(new Job(node, List.of(new Cause.Forced("verify")), Job.Kind.VERIFY, 0, null));
        } else {
            settle(
                    node,
                    Results.hit(
                            node,
                            output,
                            Optional.of(recorded),
                            hit.marks(),
                            Standing.marks(node, recorded, shop.store())));
        }
    }

    private Optional<Cause> force(Node node) {
        Optional<Cause> force = overrides.force(node);
        boolean inherited = node.upstreams.stream().anyMatch(each -> forced.contains(each.node().key));
        if (overrides.isForcedDownstream(node) || inherited) {
            forced.add(node.key);
        }
        return force.isPresent() || !inherited ? force : Optional.of(new Cause.Forced(overrides.downstreamFlag()));
    }

    private List<Cause> causes(Node node, List<Cause> known) {
        return known.isEmpty() ? shop.explainer().causes(node, fingerprintObject(node)) : known;
    }

    // ---- what bodies load

    Loading loading() {
        return loading;
    }

    Restoring restoring() {
        return restoring;
    }

    Output outputOf(Node node) {
        if (node.settlement instanceof Settlement.Valued valued) {
            return valued.output();
        }
        throw new LoadFailed(node.label());
    }

    // ---- settling

    /// A body is about to run.
    void started(Job job) {
        recorder.started(job);
        recorder.suspected(shop.codes().warnings(job.node()));
    }

    /// What a job came to.
    void concluded(Job job, BodyRun.Verdict verdict) {
        switch (verdict) {
            case BodyRun.Verdict.Settled(Settlement settlement) -> {
                if (job.kind() == Job.Kind.LOST) {
                    restoring.concluded(job.node(), settlement);
                } else {
                    settle(job.node(), settlement);
                }
            }
            case BodyRun.Verdict.Again() -> again(job);
            case BodyRun.Verdict.LeftBehind() -> {}
        }
    }

    private void again(Job job) {
        if (job.kind() != Job.Kind.LOST) {
            decideOnOwnThread(job.node());
            return;
        }
        try {
            restoring.again(job);
        } catch (Exception cannotBeDecided) {
            concluded(job, new BodyRun.Verdict.Settled(broken(job, cannotBeDecided)));
        }
    }

    /// Every thread that settles a node decides ready ones next, or leaves them to others: those of [Decisions], those
    /// of [Bodies], and those that decide one node that has to wait.
    private void settle(Node node, Settlement settlement) {
        decisions.settle(node, settlement, Decisions.Next.DECIDES);
    }

    /// What cannot be recorded, as on a full disk, ends the run, but orderly: others wait for this node.
    void settled(Node node) {
        Settlement settlement = Objects.requireNonNull(node.settlement);
        if (!forced.isEmpty() && node.loaded().stream().anyMatch(loaded -> forced.contains(loaded.key))) {
            forced.add(node.key);
        }
        try {
            if (settlement instanceof Settlement.Broken(Failure failure, var _)) {
                recorder.failed(failure);
            }
            recorder.ended(settlement.result());
            if (settlement instanceof Settlement.Valued) {
                recorder.used(node);
            }
        } catch (RuntimeException cannotBeRecorded) {
            unrecorded = cannotBeRecorded;
            cancel();
        }
        // A hundred thousand maps of entries would be most of a large run's memory; it can be made again.
        node.fingerprint = null;
    }

    /// For those in this process who wait for the same result.
    void shareFailure(Job job, Failure failure) {
        Fingerprint fingerprint = job.node().fingerprint;
        if (fingerprint != null) {
            SharedFailures.ofProcess().failed(shop.store().describe(), fingerprint.total(), failure);
        }
    }

    private void unread(Node node) {
        if (node.settlement instanceof Settlement.Valued valued && !goals.contains(node)) {
            shop.values().drop(node.codec, valued.output());
        }
    }

    Optional<Settlement> sharedFailure(Job job, long sinceNanos) {
        return SharedFailures.ofProcess()
                .since(shop.store().describe(), fingerprintOf(job.node()), sinceNanos)
                .map(failure -> shared(job, failure));
    }

    /// The failure that this would repeat.
    Optional<Settlement> knownFailure(Job job) {
        return known.of(shop.store().describe(), fingerprintOf(job.node())).map(failure -> shared(job, failure));
    }

    private static Settlement shared(Job job, Failure failure) {
        return Results.failed(job.node(), job.causes(), failure, Duration.ZERO, Duration.ZERO);
    }

    /// Compares what a body gave with what is kept, which stands in any case.
    Settlement verified(Node node, Output now) {
        Recorded kept = Objects.requireNonNull(verifying.get(node));
        recorder.verified(Comparing.outputs(node, kept, now, shop));
        return Results.hit(
                node,
                kept.trace().output(),
                Optional.of(kept),
                kept.trace().notes().marks(),
                Standing.marks(node, kept, shop.store()));
    }

    /// A node that failed outside its body.
    Settlement broken(Job job, Throwable thrown) {
        return Results.failed(
                job.node(), job.causes(), failure(job.node(), thrown, 1, new byte[0]), Duration.ZERO, Duration.ZERO);
    }

    Failure failure(Node node, Throwable cause, int attempts, byte[] log) {
        return Failures.of(node, cause, attempts, log, goals, shop.store());
    }

    // ---- what bodies need

    Store store() {
        return shop.store();
    }

    Values values() {
        return shop.values();
    }

    Resources outside() {
        return shop.outside();
    }

    /// Says that a sink begins to act on its target.
    ///
    /// @throws IllegalArgumentException if another one of this run does so, too
    Effect begin(Sink sink, Node node) throws Exception {
        String target = sink.target(shop.outside());
        targets.claim(target, node);
        return shop.store().effects().begin(target, fingerprintOf(node), node.label(), new RunId(recorder.id()));
    }

    Recorder recorder() {
        return recorder;
    }

    long seed() {
        return request.seed();
    }

    /// How many other bodies run now.
    int others() {
        return Math.max(0, bodies.count() - 1);
    }

    /// Under which inputs the value would be computed now, which the node keeps.
    Fingerprint fingerprint(Node node) throws Exception {
        Fingerprint now = shop.fingerprints().of(node, upstream -> Optional.of(outputOf(upstream)), recorder::read);
        node.fingerprint = now;
        node.fingerprintNanos = System.nanoTime();
        return now;
    }

    Digest fingerprintOf(Node node) {
        return fingerprintObject(node).total();
    }

    private static Fingerprint fingerprintObject(Node node) {
        return Objects.requireNonNull(node.fingerprint, "a node that is decided has a fingerprint");
    }

    @Nullable
    Lease tryLease(Job job) {
        return shop.store().leases().tryAcquire(fingerprintOf(job.node())).orElse(null);
    }

    int lastNumber(Node node) {
        return shop.store().traces().history(node.key, fingerprintOf(node)).last();
    }

    Json recipe(Node node) {
        return TaskSpec.write(node.task);
    }

    Digest environment() {
        return shop.environment().blob();
    }

    /// The manifest of the node's code signature as a blob, so that a later run can say what changed.
    @Nullable
    Digest codeManifest(Node node) {
        if (node.traits.version().isPresent()) {
            return null;
        }
        return shop.codes().manifest(node, shop.store());
    }

    void afterTrace() {
        if (request.durability() == Request.Durability.EACH) {
            shop.store().sync();
        }
    }
}
