package dev.wadachi.engine;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// What one body holds of this process's and this host's cores, memory and GPUs.
///
/// Used by the body's thread; closed by it, or by whoever leaves the body behind. Closing twice does nothing.
final class Seat implements AutoCloseable {

    private final Permits permits;
    private final Optional<HostPermits> host;
    private final Claim claim;
    private HostPermits.Hold cores = () -> {};
    private HostPermits.Hold memory = () -> {};
    private boolean open = true;
    private boolean away;

    /// A seat whose claim this process's permits have granted.
    Seat(Permits permits, Optional<HostPermits> host, Claim claim) {
        this.permits = permits;
        this.host = host;
        this.claim = claim;
    }

    /// Waits until the host has what is claimed, too.
    void sit() throws InterruptedException {
        if (host.isPresent()) {
            if (claim.memory() > 0) {
                memory = host.get().acquireMemory(claim);
            }
            cores = host.get().acquireCores(claim);
        }
    }

    /// Gives cores and GPUs back while something else is waited for.
    ///
    /// @throws InterruptedException if the wait is interrupted: the body goes on at once, for it is to stop
    <T> T away(Callable<T> waiting) throws Exception {
        leave();
        boolean isStopped = false;
        try {
            return waiting.call();
        } catch (InterruptedException stopped) {
            isStopped = true;
            throw stopped;
        } finally {
            if (isStopped) {
                permits.resumeAtOnce(claim.withoutMemory());
                comeBack();
            } else {
                resume();
            }
        }
    }

    private void resume() throws InterruptedException {
        CountDownLatch granted = new CountDownLatch(1);
        permits.resume(claim.withoutMemory(), granted::countDown);
        awaitUninterruptibly(granted);
        comeBack();
        if (host.isPresent()) {
            cores = host.get().acquireCores(claim);
        }
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
            if (!away) {
                permits.release(claim);
            }
        }
    }
}
