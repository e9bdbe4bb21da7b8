package dev.wadachi.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The queue of decisions: which nodes can be decided now, and who waits for which.
///
/// A node is ready when all its upstreams are settled. A few virtual threads take ready nodes and decide them, which
/// is metadata only; a decision that has to wait for something else moves to a thread of its own, so that the few are
/// never used up. All state of the queue, and every node's `pending`, `dependents` and `settlement`, is guarded by
/// one lock.
final class Decisions {

    private final Consumer<Node> decide;
    private final Consumer<Node> settled;
    private final Consumer<Node> unread;
    private final Predicate<Node> standsAlone;
    private final Deque<Node> ready = new ArrayDeque<>();
    private final Map<Node, CompletableFuture<Node>> waiters = new HashMap<>();
    /// For each body that waits inside a load: what it waits for.
    private final Map<Node, Node> loading = new HashMap<>();

    private final Lock lock = new ReentrantLock();
    /// Somebody may take a ready node. Apart from the end's condition: a signal must reach a thread that decides.
    private final Condition work = lock.newCondition();
    private final Condition end = lock.newCondition();
    private int open;
    private int backlog;

    /// How many bodies may be decided and not begun. More would keep nobody busier, and each holds its fingerprint.
    private static final int LONGEST_BACKLOG = 64;

    /// @param decide decides a ready node, and later, on any thread, settles it
    /// @param settled told of each node, before its dependents can be decided
    /// @param unread told of each node whose last reader is settled
    /// @param standsAlone whether a node needs none of its upstreams
    Decisions(Consumer<Node> decide, Consumer<Node> settled, Consumer<Node> unread, Predicate<Node> standsAlone) {
        this.standsAlone = standsAlone;
        this.decide = decide;
        this.settled = settled;
        this.unread = unread;
    }

    /// Starts the deciding threads; they end when nothing is open.
    void start(int threads) {
        for (int i = 0; i < threads; i++) {
            Thread.ofVirtual().name("wadachi-decide-", i).start(this::work);
        }
    }

    /// Adds nodes, each after its upstreams.
    void add(Collection<Node> nodes) {
        guarded(() -> {
            open += nodes.size();
            nodes.forEach(this::enlist);
            work.signalAll();
        });
    }

    private void enlist(Node node) {
        boolean alone = standsAlone.test(node);
        for (Node.Upstream upstream : node.upstreams) {
            upstream.node().readers++;
            if (!alone && upstream.node().settlement == null) {
                upstream.node().addDependent(node);
                node.pending++;
            }
        }
        if (node.pending == 0) {
            ready.add(node);
        }
    }

    /// What a thread does after it has settled a node.
    enum Next {
        /// It decides a ready node itself, so nobody need be woken for the first one.
        DECIDES,
        /// It leaves.
        LEAVES
    }

    /// What became of a node. Its dependents may be ready now.
    void settle(Node node, Settlement settlement, Next next) {
        CompletableFuture<Node> waiting = guarded(() -> {
            node.settlement = settlement;
            return waiters.remove(node);
        });
        settled.accept(node);
        List<Node> readOut = new ArrayList<>();
        guarded(() -> {
            for (Node.Upstream upstream : node.upstreams) {
                if (--upstream.node().readers == 0) {
                    readOut.add(upstream.node());
                }
            }
            release(node, next);
        });
        readOut.forEach(unread);
        if (waiting != null) {
            waiting.complete(node);
        }
    }

    /// Waking a thread costs more than deciding a node, and in a chain the settling thread can go on by itself.
    private void release(Node node, Next next) {
        boolean isTaken = next == Next.LEAVES;
        for (Node dependent : node.takeDependents()) {
            if (--dependent.pending == 0) {
                ready.add(dependent);
                if (isTaken) {
                    work.signal();
                }
                isTaken = true;
            }
        }
        if (--open == 0) {
            work.signalAll();
            end.signalAll();
        }
    }

    /// Puts another value in the place of a settled node's: its bytes were lost and computed again.
    void replace(Node node, Settlement settlement) {
        guarded((Runnable) () -> node.settlement = settlement);
    }

    /// Completes with the node when it is settled.
    CompletableFuture<Node> whenSettled(Node node) {
        return guarded(() -> node.settlement != null
                ? CompletableFuture.completedFuture(node)
                : waiters.computeIfAbsent(node, _ -> new CompletableFuture<>()));
    }

    /// Notes that a body waits for a node that it loads.
    ///
    /// @return null, or the way on which the loaded node needs the loading one: waiting would never end
    @Nullable
    Deque<Node> beginLoading(Node loader, Node loaded) {
        return guarded(() -> {
            Deque<Node> cycle = way(loaded, loader);
            if (cycle == null) {
                loading.put(loader, loaded);
                work.signal();
            }
            return cycle;
        });
    }

    /// The body goes on.
    void endLoading(Node loader) {
        guarded((Runnable) () -> loading.remove(loader));
    }

    /// Waits until every node is settled.
    void awaitAll() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (open > 0) {
                end.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Wakes a thread for the ready nodes, if there are any, because the calling one does something else first.
    void leaveDeciding() {
        guarded(() -> {
            if (!ready.isEmpty()) {
                work.signal();
            }
        });
    }

    /// A body was decided on and waits for its permit.
    void bodyQueued() {
        guarded(() -> {
            backlog++;
        });
    }

    /// A body waits no longer.
    void bodyBegun() {
        guarded(() -> {
            if (backlog-- == LONGEST_BACKLOG) {
                work.signalAll();
            }
        });
    }

    /// Whether deciding may go on: the backlog is short, or some body waits inside a load for what may be ready.
    private boolean goesOn() {
        return !ready.isEmpty() && (backlog < LONGEST_BACKLOG || !loading.isEmpty());
    }

    /// Decides ready nodes on the calling thread while there are any.
    void decideAll() {
        boolean more = true;
        while (more) {
            more = decideOne();
        }
    }

    /// Decides one ready node on the calling thread, if there is one and bodies are not too far behind.
    ///
    /// @return whether it did
    boolean decideOne() {
        Node node = guarded(() -> goesOn() ? ready.poll() : null);
        if (node != null) {
            decide.accept(node);
        }
        return node != null;
    }

    private void work() {
        for (Node node = next(); node != null; node = next()) {
            decide.accept(node);
        }
    }

    private @Nullable Node next() {
        return guarded(() -> {
            while (!goesOn() && open > 0) {
                work.awaitUninterruptibly();
            }
            return ready.poll();
        });
    }

    private <T extends @Nullable Object> T guarded(Supplier<T> deed) {
        lock.lock();
        try {
            return deed.get();
        } finally {
            lock.unlock();
        }
    }

    private void guarded(Runnable deed) {
        lock.lock();
        try {
            deed.run();
        } finally {
            lock.unlock();
        }
    }

    /// A way from one unsettled node to another over what each waits for, depth first without recursion.
    private @Nullable Deque<Node> way(Node from, Node to) {
        Map<Node, Node> cameFrom = new HashMap<>();
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(from);
        seen.add(from);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node == to) {
                return traced(cameFrom, from, to);
            }
            if (node.settlement == null) {
                node.upstreams.forEach(upstream -> visit(upstream.node(), node, seen, cameFrom, open));
                Node loaded = loading.get(node);
                if (loaded != null) {
                    visit(loaded, node, seen, cameFrom, open);
                }
            }
        }
        return null;
    }

    private static void visit(Node next, Node from, Set<Node> seen, Map<Node, Node> cameFrom, Deque<Node> open) {
        if (seen.add(next)) {
            cameFrom.put(next, from);
            open.push(next);
        }
    }

    private static Deque<Node> traced(Map<Node, Node> cameFrom, Node from, Node to) {
        Deque<Node> way = new ArrayDeque<>();
        for (Node node = to; node != null && node != from; node = cameFrom.get(node)) {
            way.push(node);
        }
        way.push(from);
        return way;
    }
}
