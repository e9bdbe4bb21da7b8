package dev.wadachi.engine;

import dev.wadachi.store.Load;
import dev.wadachi.store.Output;
import dev.wadachi.task.Task;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// What bodies ask for while they run, and what earlier bodies had asked for.
///
/// A loaded task may be new to the graph; it joins then, and is brought up to date like any other. Whoever waits for
/// one says so first, so that a circle of waiting is found before it closes. Thread-safe.
final class Loading {

    private final Graph graph;
    private final Decisions decisions;
    private final Consumer<Node> enlist;

    /// @param enlist brings a node up to date that nobody needed so far
    Loading(Graph graph, Decisions decisions, Consumer<Node> enlist) {
        this.graph = graph;
        this.decisions = decisions;
        this.enlist = enlist;
    }

    // ---- for bodies

    /// The node of a task that a body loads.
    Node nodeOf(Node loader, Task<?> task) {
        Node known = graph.find(task);
        return known == null ? grown(loader, task) : wanted(loader, known);
    }

    /// The node of a task that is in the graph.
    Optional<Node> known(Task<?> task) {
        return Optional.ofNullable(graph.find(task));
    }

    /// Waits until a loaded node is settled, while the body's cores are free for others.
    ///
    /// @throws LoadFailed if it has no value
    void await(Node loader, Node loaded, Seat seat) {
        Deque<Node> cycle = decisions.beginLoading(loader, loaded);
        if (cycle != null) {
            throw new LoadCycle(loader, cycle);
        }
        try {
            seat.away(() -> settled(loaded));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadFailed(loaded.label());
        } finally {
            decisions.endLoading(loader);
        }
        if (!(loaded.settlement instanceof Settlement.Valued)) {
            throw new LoadFailed(loaded.label());
        }
    }

    // ---- for look-ups

    /// What earlier bodies loaded, brought up to date where that needs no waiting; [WouldWait] where it does.
    Lookup.Loads withoutWaiting() {
        return new Recorded((_, loaded) -> {
            if (loaded.settlement == null) {
                throw new WouldWait();
            }
            return Optional.of(loaded);
        });
    }

    /// What earlier bodies loaded, brought up to date. A look-up waits as a body does: circles may arise here, too.
    Lookup.Loads waiting() {
        return new Recorded((loader, loaded) -> {
            if (decisions.beginLoading(loader, loaded) != null) {
                return Optional.empty();
            }
            try {
                return Optional.of(settled(loaded));
            } finally {
                decisions.endLoading(loader);
            }
        });
    }

    /// How the settlement of a node that may not be settled yet is come by.
    private interface Settling {
        /// The settled node; empty if waiting for it would never end.
        Optional<Node> settled(Node loader, Node loaded) throws InterruptedException;
    }

    private final class Recorded implements Lookup.Loads {

        private final Settling settling;

        Recorded(Settling settling) {
            this.settling = settling;
        }

        @Override
        public Optional<Output> now(Node loader, Load.Value load) throws InterruptedException {
            Optional<Node> loaded = loadedBefore(loader, load);
            Optional<Node> settled = loaded.isEmpty() ? loaded : settling.settled(loader, loaded.get());
            if (settled.isEmpty() || !(settled.get().settlement instanceof Settlement.Valued valued)) {
                return Optional.empty();
            }
            return Optional.of(load.partName()
                    .map(part -> Parting.part(valued.output(), part))
                    .orElse(valued.output()));
        }

        @Override
        public String label(Load.Value load) {
            Node loaded = graph.find(load.key());
            return loaded == null ? load.key().shortText() : loaded.label();
        }
    }

    /// The node that an earlier body loaded; made again from its recipe if this graph does not have it. Empty if it
    /// cannot be made any more.
    private Optional<Node> loadedBefore(Node loader, Load.Value load) {
        Node known = graph.find(load.key());
        if (known != null) {
            return Optional.of(wanted(loader, known));
        }
        return EarlierLoads.made(graph, loader, load).map(made -> wanted(loader, made));
    }

    private Node grown(Node loader, Task<?> task) {
        graph.add(List.of(task));
        return wanted(loader, Objects.requireNonNull(graph.find(task)));
    }

    /// Something is loaded, which may be the first to need it.
    private Node wanted(Node loader, Node loaded) {
        if (loaded.settlement == null) {
            enlist.accept(loaded);
        }
        loader.noteLoad(loaded);
        return loaded;
    }

    private Node settled(Node node) throws InterruptedException {
        try {
            return decisions.whenSettled(node).get();
        } catch (ExecutionException impossible) {
            throw new AssertionError("a node's settling never fails", impossible);
        }
    }
}
