package dev.wadachi.engine;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// What one body holds of this process's and this host's cores, memory and GPUs.
///
/// Used by the body's thread; closed by it, or by whoever leaves the body behind. Closing twice does nothing.
final class Seat implements AutoCloseable {

    private final Permits permits;
    private final HostPermits host;
    private final Claim claim;
    private final Permits.Budget budget;
    private HostPermits.Hold cores = HostPermits.NOTHING;
    private HostPermits.Hold memory = HostPermits.NOTHING;
    private volatile HostPermits.Hold gpus = HostPermits.NOTHING;
    private volatile Occupant.State state = Occupant.State.WAITS;
    private volatile Instant since = Instant.now();
    private boolean open = true;
    private boolean away;

    /// A seat whose claim this process's permits have granted.
    Seat(Permits permits, HostPermits host, Claim claim, Permits.Budget budget) {
        this.permits = permits;
        this.host = host;
        this.claim = claim;
        this.budget = budget;
    }

    /// Waits until the host has what is claimed, too.
    void sit() throws InterruptedException {
        // Whoever holds what is over budget waits for this very body, and would never give it back.
        if (budget == Permits.Budget.WITHIN) {
            memory = host.acquireMemory(claim);
            gpus = host.acquireGpus(claim);
        }
        cores = host.acquireCores(claim);
        stands(Occupant.State.RUNS);
    }

    private void stands(Occupant.State now) {
        state = now;
        since = Instant.now();
    }

    /// Whether it has what it claims.
    Occupant.State state() {
        return state;
    }

    /// Since when it stands so.
    Instant since() {
        return since;
    }

    /// The numbers of the GPUs that the host has given; empty where it claims none, or more than is free.
    List<Integer> gpus() {
        return gpus.gpus();
    }

    /// Gives cores back while something else is waited for.
    ///
    /// @throws InterruptedException if the wait is interrupted: the body goes on at once, for it is to stop
    <T> T away(Callable<T> waiting) throws Exception {
        leave();
        stands(Occupant.State.LOADS);
        boolean isStopped = false;
        try {
            return waiting.call();
        } catch (InterruptedException stopped) {
            isStopped = true;
            throw stopped;
        } finally {
            if (isStopped) {
                permits.resumeAtOnce(claim.coresAlone());
                comeBack();
            } else {
                resume();
            }
        }
    }

    private void resume() throws InterruptedException {
        CountDownLatch granted = new CountDownLatch(1);
        permits.resume(claim.coresAlone(), _ -> granted.countDown());
        awaitUninterruptibly(granted);
        comeBack();
        cores = host.acquireCores(claim);
        stands(Occupant.State.RUNS);
    }

    private synchronized void leave() {
        cores.close();
        permits.suspend(claim);
        away = true;
    }

    /// If the body was left behind meanwhile, nobody else gives back what it was just granted.
    private synchronized void comeBack() throws InterruptedException {
        away = false;
        if (!open) {
            permits.release(claim);
            throw new InterruptedException("left behind");
        }
    }

    /// The permits are granted as soon as others are done, and must then be held, whatever else happens.
    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            cores.close();
            memory.close();
            gpus.close();
            if (!away) {
                permits.release(claim);
            }
        }
    }
}
