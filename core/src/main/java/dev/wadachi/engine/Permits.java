package dev.wadachi.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Shares a process's cores, memory and GPUs out among bodies.
///
/// Bodies that wait inside a dynamic load give their cores back, never memory or GPUs, and go before new bodies when
/// they want to go on. First come, first served: a large claim at the head is not overtaken for ever. When nothing
/// runs and somebody waits, nobody else could ever free what is missing: the oldest waiter is granted over budget.
final class Permits {

    /// How a claim was met.
    enum Budget {
        WITHIN,
        /// By more than is free: bodies of this very process hold what it claims, and wait for it.
        OVER
    }

    private record Waiter(Claim claim, Consumer<Budget> granted) {}

    private final Deque<Waiter> returning = new ArrayDeque<>();
    private final Deque<Waiter> starting = new ArrayDeque<>();
    private final Consumer<String> warn;
    private int cores;
    private long memory;
    private int gpus;
    private int running;

    Permits(Capacity capacity, Consumer<String> warn) {
        this.cores = capacity.cores();
        this.memory = capacity.memory();
        this.gpus = capacity.gpus();
        this.warn = warn;
    }

    /// Calls `granted`, soon or later, on this or another thread, once the claim is met for a new body.
    void start(Claim claim, Consumer<Budget> granted) {
        grantAfter(() -> starting.add(new Waiter(claim, granted)));
    }

    /// The same for a body that goes on after it gave its cores back.
    void resume(Claim claim, Consumer<Budget> granted) {
        grantAfter(() -> returning.add(new Waiter(claim, granted)));
    }

    /// The same for one that was told to stop, over budget if need be: it has only to tidy up, and who holds what it
    /// would wait for may hold it for hours.
    synchronized void resumeAtOnce(Claim claim) {
        take(claim);
    }

    /// A body begins to wait for another task: its cores are free, its memory and GPUs are not.
    void suspend(Claim claim) {
        grantAfter(() -> giveBack(claim.coresAlone()));
    }

    /// A body ended.
    void release(Claim claim) {
        grantAfter(() -> giveBack(claim));
    }

    private void giveBack(Claim claim) {
        cores += claim.cores();
        memory += claim.memory();
        gpus += claim.gpus();
        running--;
    }

    private void take(Claim claim) {
        cores -= claim.cores();
        memory -= claim.memory();
        gpus -= claim.gpus();
        running++;
    }

    private void grantAfter(Runnable change) {
        List<Runnable> granted = new ArrayList<>();
        synchronized (this) {
            change.run();
            boolean more = true;
            while (more) {
                more = grantNext(returning, granted) || (returning.isEmpty() && grantNext(starting, granted));
            }
        }
        granted.forEach(Runnable::run);
    }

    private boolean grantNext(Deque<Waiter> waiters, List<Runnable> granted) {
        Waiter next = waiters.peek();
        if (next == null) {
            return false;
        }
        Claim claim = next.claim();
        boolean fits = claim.cores() <= cores && claim.memory() <= memory && claim.gpus() <= gpus;
        if (!fits && running > 0) {
            return false;
        }
        if (!fits) {
            warn.accept("a body was started although " + claim + " is more than is free: nothing else runs that could"
                    + " free it");
        }
        waiters.remove();
        take(claim);
        granted.add(() -> next.granted().accept(fits ? Budget.WITHIN : Budget.OVER));
        return true;
    }
}
