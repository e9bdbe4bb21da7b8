package dev.wadachi.engine;

import dev.wadachi.store.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs bodies: permit, lease, re-check, host's permit, body.
///
/// Bodies run on platform threads, one for each permit and one for each body that waits inside a load: they may sit in
/// native code for hours, and processor time is measured there. Thread-safe.
final class Bodies implements AutoCloseable {

    /// How long code that was interrupted may take to answer.
    private static final long PATIENCE_SECONDS = 10;

    /// A JVM of its own that does not answer is ended by then, and its body's thread goes on.
    private static final long PATIENCE_WITH_WORKERS_SECONDS = 2 * IsolatedBody.PATIENCE.toSeconds();

    private final Execution execution;
    private final Decisions decisions;
    private final Permits permits;
    private final HostPermits host;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon(true).name("wadachi-body-", 1).factory());
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    private static final ThreadLocal<@Nullable Turn> TURN = new ThreadLocal<>();

    /// What a body's thread runs next. Only that thread touches it.
    private static final class Turn {
        @Nullable
        Runnable next;

        /// Whether the thread has done with its body: one that waits inside a load frees its cores for other threads.
        boolean isFree;

        @Nullable
        Runnable take() {
            Runnable body = next;
            next = null;
            return body;
        }
    }

    /// A body under way. A class, because each is itself alone.
    private static final class Running {
        final Job job;
        final Stoppable stoppable;
        final Seat seat;
        final Lease lease;

        Running(Job job, Stoppable stoppable, Seat seat, Lease lease) {
            this.job = job;
            this.stoppable = stoppable;
            this.seat = seat;
            this.lease = lease;
        }
    }

    Bodies(Execution execution, Decisions decisions, Permits permits, HostPermits host) {
        this.execution = execution;
        this.decisions = decisions;
        this.permits = permits;
        this.host = host;
    }

    /// Runs a body as soon as there is room for it.
    void submit(Job job) {
        Claim claim = job.node().traits.claim();
        decisions.bodyQueued();
        permits.start(claim, budget -> granted(() -> seated(job, new Seat(permits, host, claim, budget))));
    }

    /// A body's thread that has just made room runs what the room is for, if it is the first; else another thread does.
    private void granted(Runnable body) {
        Turn turn = TURN.get();
        if (turn != null && turn.isFree && turn.next == null) {
            turn.next = body;
        } else {
            threads.execute(() -> takeTurns(body));
        }
    }

    /// Runs a body, then decides what that made ready, then runs what this thread was granted meanwhile: in a chain,
    /// no thread ever has to be woken.
    private void takeTurns(Runnable first) {
        Turn turn = new Turn();
        TURN.set(turn);
        try {
            for (Runnable body = first; body != null; body = turn.take()) {
                turn.isFree = false;
                body.run();
                turn.isFree = true;
                boolean more = turn.next == null;
                while (more) {
                    more = decisions.decideOne() && turn.next == null;
                }
                if (turn.next != null) {
                    // It may load just what is ready by now, and would wait for it in vain.
                    decisions.leaveDeciding();
                }
            }
        } finally {
            TURN.remove();
        }
    }

    /// How many bodies run now.
    int count() {
        return running.size();
    }

    /// What they hold, or wait for.
    List<Occupant> occupants(Recorder recorder) {
        return running.stream()
                .map(body -> recorder.occupant(body.job.node(), body.seat))
                .toList();
    }

    /// Tells every body to stop, and leaves those behind that do not answer.
    void cancel() {
        cancelled = true;
        waiting.forEach(Thread::interrupt);
        running.forEach(body -> stop(body, Stoppable.Reason.CANCELLED));
    }

    private void seated(Job job, Seat seat) {
        decisions.bodyBegun();
        try (seat) {
            Lease lease = job.lease();
            if (lease == null && !cancelled) {
                lease = execution.tryLease(job);
            }
            if (cancelled) {
                finish(job, skipped(job), lease);
            } else if (lease == null) {
                waitForLease(job);
            } else {
                Lease held = lease;
                finish(
                        job,
                        execution
                                .knownFailure(job)
                                .<BodyRun.Verdict>map(BodyRun.Verdict.Settled::new)
                                .orElseGet(() -> verdict(job, seat, held)),
                        held);
            }
        }
    }

    private BodyRun.Verdict verdict(Job job, Seat seat, Lease lease) {
        try {
            if (job.kind() == Job.Kind.MISSING && execution.lastNumber(job.node()) != job.last()) {
                return new BodyRun.Verdict.Again();
            }
            return body(job, seat, lease);
        } catch (InterruptedException stopped) {
            return skipped(job);
        } catch (Throwable thrown) {
            return new BodyRun.Verdict.Settled(execution.broken(job, thrown));
        }
    }

    private static BodyRun.Verdict skipped(Job job) {
        return new BodyRun.Verdict.Settled(Results.skipped(job.node()));
    }

    /// Somebody else computes it. Whoever waits holds no permit: other bodies run meanwhile.
    private void waitForLease(Job job) {
        Thread.ofVirtual().name("wadachi-wait-" + job.node().key.shortText()).start(() -> {
            waiting.add(Thread.currentThread());
            try {
                if (cancelled) {
                    throw new InterruptedException("cancelled before it was seen to wait");
                }
                long since = System.nanoTime();
                Lease lease = execution.store().leases().acquire(execution.fingerprintOf(job.node()));
                Optional<Settlement> shared = execution.sharedFailure(job, since);
                if (shared.isPresent()) {
                    finish(job, new BodyRun.Verdict.Settled(shared.get()), lease);
                } else {
                    submit(job.withLease(lease));
                }
            } catch (InterruptedException stopped) {
                finish(job, skipped(job), null);
            } catch (RuntimeException thrown) {
                finish(job, new BodyRun.Verdict.Settled(execution.broken(job, thrown)), null);
            } finally {
                waiting.remove(Thread.currentThread());
            }
            decisions.decideAll();
        });
    }

    private BodyRun.Verdict body(Job job, Seat seat, Lease lease) throws Exception {
        Running body = new Running(job, new Stoppable(), seat, lease);
        running.add(body);
        try {
            if (cancelled) {
                body.stoppable.stop(Stoppable.Reason.CANCELLED);
            }
            body.stoppable.whileStoppable(() -> {
                seat.sit();
                return true;
            });
            execution.started(job);
            job.node().traits.limit().ifPresent(limit -> after(limit, () -> timeOut(body)));
            return new BodyRun(execution, job, body.stoppable, seat).run();
        } finally {
            running.remove(body);
        }
    }

    private void timeOut(Running body) {
        if (running.contains(body)) {
            stop(body, Stoppable.Reason.TIMEOUT);
        }
    }

    private void stop(Running body, Stoppable.Reason reason) {
        body.stoppable.stop(reason);
        boolean isApart = body.job.node().traits.heap().isPresent();
        after(Duration.ofSeconds(isApart ? PATIENCE_WITH_WORKERS_SECONDS : PATIENCE_SECONDS), () -> {
            if (body.stoppable.leaveBehind()) {
                execution
                        .recorder()
                        .warned(body.job.node().label() + " did not answer an interrupt for "
                                + PATIENCE_SECONDS + " s (it may sit in native code); its thread "
                                + body.stoppable.threadName()
                                + " was left behind, and what it gives will be discarded");
                body.seat.close();
                Settlement settlement = reason == Stoppable.Reason.CANCELLED
                        ? Results.skipped(body.job.node())
                        : execution.broken(body.job, new TimedOut(body.job.node()));
                finish(body.job, new BodyRun.Verdict.Settled(settlement), body.lease);
                decisions.decideAll();
            }
        });
    }

    /// Does something later, unless the process ends before.
    private static void after(Duration delay, Runnable deed) {
        Thread.ofVirtual().name("wadachi-clock").start(() -> {
            try {
                Thread.sleep(delay);
                deed.run();
            } catch (InterruptedException nobodyInterruptsThis) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// The lease goes before anybody is told: whoever waits for it then finds the trace, or the failure.
    private void finish(Job job, BodyRun.Verdict verdict, @Nullable Lease lease) {
        if (verdict instanceof BodyRun.Verdict.Settled(Settlement.Broken(Failure failure, var _))) {
            execution.shareFailure(job, failure);
        }
        if (lease != null) {
            lease.close();
        }
        Turn turn = TURN.get();
        if (turn != null) {
            turn.isFree = true;
        }
        execution.concluded(job, verdict);
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (running.isEmpty() && !threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
