package dev.wadachi.engine;

import dev.wadachi.digest.Fingerprint;
import dev.wadachi.engine.worker.NoValue;
import dev.wadachi.engine.worker.PeakMemory;
import dev.wadachi.engine.worker.WorkerCost;
import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Cost;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Output;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Published;
import dev.wadachi.task.Sink;
import dev.wadachi.task.Source;
import dev.wadachi.task.Task;
import dev.wadachi.task.Violation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// One body, from its start to its trace: run, encode, put the blob, check, put the trace.
///
/// The value is checked as it was stored, read back: a lazy table is then computed once, and what is checked is what
/// readers get. A blob that no trace names is no hit. Belongs to one platform thread: processor time is measured
/// there.
final class BodyRun {

    /// What came of it.
    sealed interface Verdict {

        /// The node has, or will never have, its value.
        record Settled(Settlement settlement) implements Verdict {}

        /// What it rests on moved meanwhile: decide anew.
        record Again() implements Verdict {}

        /// It was left behind, and somebody else settled the node.
        record LeftBehind() implements Verdict {}
    }

    /// A source that is rewritten all the time must not be read for ever.
    private static final int MOST_READS = 5;

    /// A stamp that was asked so short a time ago is not asked once more before the body: it is asked after it anyway,
    /// and a folder of many files takes a while.
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Execution execution;
    private final Job job;
    private final Node node;
    private final Stoppable stoppable;
    private final Seat seat;
    private final BodyLog log;
    private final long startedNanos = System.nanoTime();
    private long cpuNanos;
    private int attempts;
    private Optional<Offered> offered = Optional.empty();
    private Optional<WorkerCost> own = Optional.empty();

    BodyRun(Execution execution, Job job, Stoppable stoppable, Seat seat) {
        this.execution = execution;
        this.job = job;
        this.node = job.node();
        this.stoppable = stoppable;
        this.seat = seat;
        this.log = new BodyLog(
                execution.recorder()::masked, line -> execution.recorder().logged(node, line));
    }

    /// Runs the body as often as its task allows.
    Verdict run() {
        try {
            return tries();
        } finally {
            log.end();
        }
    }

    private Verdict tries() {
        while (true) {
            attempts++;
            BodyContext context = new BodyContext(execution, node, seat, log);
            try {
                return attempt(context);
            } catch (UpstreamMoved moved) {
                return new Verdict.Again();
            } catch (Throwable thrown) {
                Optional<Verdict> last = afterFailure(thrown);
                if (last.isPresent()) {
                    return last.get();
                }
            } finally {
                context.close();
            }
        }
    }

    private Verdict attempt(BodyContext context) throws Exception {
        Optional<List<Violation>> tolerated = inside(() -> Requirements.check(node, context));
        if (tolerated.isEmpty()) {
            return new Verdict.LeftBehind();
        }
        for (int reads = 1; reads <= MOST_READS; reads++) {
            Fingerprint before = before();
            if (node.task instanceof Sink sink) {
                context.note(execution.begin(sink, node));
            }
            Optional<Output> output = produce(context);
            if (output.isEmpty()) {
                return new Verdict.LeftBehind();
            }
            if (job.kind() == Job.Kind.VERIFY) {
                return settled(execution.verified(node, output.get()), context);
            }
            if (!(node.task instanceof Source<?>) || execution.fingerprint(node).equals(before)) {
                refuseRevoked(output.get());
                Recording recording = new Recording(execution, job, context, log, cost(), marks());
                List<Violation> told = new ArrayList<>(tolerated.get());
                told.addAll(check(output.get()));
                return settled(recording.put(output.get(), told, profile(output.get())), context);
            }
            execution.recorder().warned(node.label() + " changed while it was read; it is read again");
        }
        throw new IOException(node.label() + " changed each of the " + MOST_READS
                + " times that it was read; wait until its writer is done, and run again");
    }

    private Verdict settled(Settlement settlement, BodyContext context) {
        context.effect()
                .ifPresent(effect -> settlement
                        .result()
                        .trace()
                        .ifPresent(result -> execution.store().effects().complete(effect, result)));
        return new Verdict.Settled(settlement);
    }

    /// The inputs that the body is about to read. A source's stamp is asked again where the body had to wait: what was
    /// changed and changed back meanwhile would go unseen.
    private Fingerprint before() throws Exception {
        Fingerprint known = node.fingerprint;
        boolean mayHaveMoved =
                node.task instanceof Source<?> && System.nanoTime() - node.fingerprintNanos > FRESH.toNanos();
        return known == null || mayHaveMoved ? execution.fingerprint(node) : known;
    }

    /// The stored output; empty if nobody wants it any more.
    private Optional<Output> produce(BodyContext context) throws Exception {
        if (node.task instanceof Published<?> source) {
            Offered found = Offered.by(source, node, execution.store());
            context.note(found.load(source));
            offered = Optional.of(found);
            return Optional.of(found.output());
        }
        return inside(() -> node.traits.heap().isPresent() ? isolated(context) : here(context))
                .map(execution.store().blobs()::put);
    }

    private Encoded here(BodyContext context) throws Exception {
        Object value = node.task.run(context);
        context.throwIfLoadsFailed();
        if (value == null) {
            throw new NoValue();
        }
        return encode(value);
    }

    private Encoded isolated(BodyContext context) throws Exception {
        IsolatedBody body = new IsolatedBody(execution, node, context, log);
        try {
            Encoded value = body.run();
            context.throwIfLoadsFailed();
            return value;
        } catch (Exception thrown) {
            context.throwIfLoadsFailed();
            throw thrown;
        } finally {
            own = Optional.of(body.cost());
            cpuNanos += body.cost().cpu().toNanos();
        }
    }

    /// What is to be said of a value that others published.
    private List<Mark> marks() {
        return offered.map(found -> Standing.marks(found.version(), execution.store()))
                .orElse(List.of());
    }

    @SuppressWarnings("unchecked") // the codec was chosen for the type that the task declares
    private Encoded encode(Object value) throws IOException {
        return ((Codec<Object>) node.codec).encode(value, execution.store().scratch());
    }

    private void refuseRevoked(Output output) {
        execution.store().revocations().ofBytes(output.digest()).ifPresent(revocation -> {
            throw new RevokedBytes(node, revocation);
        });
    }

    /// Everything that is not as expected, but may be stored.
    ///
    /// Of an isolated body, too, this is asked here and not in its worker, as is the profile: what is checked is what
    /// was stored, whatever a process says of it in which native code may have gone astray. It would spare no memory
    /// that matters: a table is scanned outside of the heap, and whatever else is read into it is read there again by
    /// whoever loads it.
    private List<Violation> check(Output output) throws Exception {
        Expectations<Object> expected = expectations();
        Optional<List<Violation>> found = inside(() -> expected.check(stored(output)));
        List<Violation> all = found.orElseThrow(InterruptedException::new);
        List<Violation> violations = offered.map(version -> version.named(all)).orElse(all);
        List<Violation> refused = violations.stream()
                .filter(violation -> violation.level() == Violation.Level.REFUSE)
                .toList();
        if (!refused.isEmpty()) {
            throw new ExpectationsBroken(refused);
        }
        return violations;
    }

    /// What the codec tells about the value. A value that has none, or whose profile fails, is as good as others.
    @SuppressWarnings("unchecked") // the codec was chosen for the type that the task declares
    private Optional<JsonObject> profile(Output output) throws Exception {
        try {
            return inside(() -> ((Codec<Object>) node.codec).profile(stored(output)))
                    .orElseThrow(InterruptedException::new);
        } catch (RuntimeException | IOException failed) {
            if (stoppable.reason().isPresent()) {
                throw failed;
            }
            execution.recorder().warned("no profile of " + node.label() + " could be made: " + failed.getMessage());
            return Optional.empty();
        }
    }

    private Object stored(Output output) throws IOException {
        try {
            return execution
                    .values()
                    .read(node.codec, output)
                    .orElseThrow(() -> new IOException("its value is gone from the store just after it was put there"));
        } catch (RuntimeException unreadable) {
            throw offered.<RuntimeException>map(version -> version.unreadable(unreadable, node))
                    .orElse(unreadable);
        }
    }

    @SuppressWarnings("unchecked") // both are of the type that the task declares
    private Expectations<Object> expectations() {
        Expectations<Object> own = (Expectations<Object>) ((Task<?>) node.task).expects();
        Expectations<Object> usual = (Expectations<Object>) node.codec.expectations();
        // Whether a published value may be empty was for its publisher to say.
        return own.allowsEmpty() || offered.isPresent() ? own : usual.and(own);
    }

    /// Runs the user's code: what it says goes to its log, its processor time is measured, it can be stopped.
    ///
    /// @return empty if it was left behind
    private <T> Optional<T> inside(Callable<T> code) throws Exception {
        stoppable.enter();
        BodyOutput.speaking(log);
        long cpu = THREADS.getCurrentThreadCpuTime();
        boolean wanted = false;
        try {
            T value = code.call();
            wanted = stoppable.leave();
            if (wanted && stoppable.reason().isPresent()) {
                // Whatever code returns that was told to stop may be half of a value.
                throw new InterruptedException("told to stop");
            }
            return wanted ? Optional.of(value) : Optional.empty();
        } finally {
            if (!wanted) {
                stoppable.leave();
            }
            BodyOutput.speaking(null);
            cpuNanos += THREADS.getCurrentThreadCpuTime() - cpu;
        }
    }

    /// The last word on a failure, or empty if the body is tried once more.
    private Optional<Verdict> afterFailure(Throwable thrown) {
        if (stoppable.isLeftBehind()) {
            return Optional.of(new Verdict.LeftBehind());
        }
        Optional<Stoppable.Reason> stop = stoppable.reason();
        boolean cancelled = stop.isPresent() && stop.get() == Stoppable.Reason.CANCELLED;
        if (cancelled || (stop.isEmpty() && LoadFailed.isBehind(thrown))) {
            return Optional.of(new Verdict.Settled(Results.skipped(node)));
        }
        if (stop.isEmpty() && attempts < node.traits.tries().times() && !isFinal(thrown)) {
            pause(node.traits.tries().delayAfter(attempts), thrown);
            if (stoppable.reason().isEmpty()) {
                return Optional.empty();
            }
            return afterFailure(thrown);
        }
        Throwable cause = stop.isPresent() ? new TimedOut(node) : thrown;
        Failure failure = execution.failure(node, cause, attempts, log.bytes());
        return Optional.of(new Verdict.Settled(Results.failed(node, job.causes(), failure, wall(), cpu())));
    }

    /// Trying again would find the same.
    private static boolean isFinal(Throwable thrown) {
        return thrown instanceof ExpectationsBroken
                || thrown instanceof RequirementsBroken
                || thrown instanceof RevokedBytes;
    }

    /// Cores are free for others until the next try.
    private void pause(Duration delay, Throwable thrown) {
        execution
                .recorder()
                .warned(node.label() + " failed (" + thrown + "); try " + (attempts + 1) + " of "
                        + node.traits.tries().times() + " follows in " + delay.toMillis() / 1000.0 + " s");
        try {
            stoppable.whileStoppable(() -> seat.away(() -> {
                Thread.sleep(delay);
                return true;
            }));
        } catch (Exception stopped) {
            // The reason is asked for after this: it tells a time-out from a cancelled run.
            log.lines("the wait for the next try was ended: " + stopped.getMessage());
        }
    }

    /// A body in a JVM of its own shares its memory with nobody.
    private Cost cost() {
        long peak = own.map(WorkerCost::peakBytes).orElseGet(PeakMemory::bytes);
        return new Cost(seconds(wall()), seconds(cpu()), peak, own.isPresent() ? 0 : execution.others());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private Duration wall() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private Duration cpu() {
        return Duration.ofNanos(cpuNanos);
    }
}
