package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.digest.Key;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Task;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One task of a graph: everything with the same key is one node, however many objects there are.
///
/// What the graph knows never changes. What a run finds out stands below it, and is written once by the thread that
/// settles the node, under the lock of [Decisions], before anybody who waits for the node goes on.
final class Node {

    /// One upstream.
    ///
    /// @param component the component that holds it: `model`, `scores[2]`, `regions[north]`
    /// @param node the upstream
    record Upstream(String component, Node node) {}

    /// One parameter.
    ///
    /// @param name the component's name as it is kept
    /// @param text its value, for people
    /// @param digest its value, for the fingerprint
    record Parameter(String name, String text, Digest digest) {}

    final Key key;
    final String name;
    final Task<?> task;
    final Traits traits;
    final Codec<?> codec;
    final List<Parameter> parameters;
    final List<Upstream> upstreams;
    final Set<Class<?>> held;

    /// Who waits for this node to be settled; null if nobody does.
    private @Nullable List<Node> dependents;

    /// What its body loaded while it ran; null for most nodes. Guarded by this node: failures elsewhere read it.
    private @Nullable Set<Node> loaded;

    /// How many upstreams are not settled yet.
    int pending;

    /// How many nodes may still read the value.
    int readers;

    @Nullable
    Fingerprint fingerprint;

    /// When the fingerprint was made, on the clock of [System#nanoTime()].
    long fingerprintNanos;

    @Nullable
    Settlement settlement;

    Node(
            Key key,
            String name,
            Task<?> task,
            Codec<?> codec,
            List<Parameter> parameters,
            List<Upstream> upstreams,
            Set<Class<?>> held) {
        this.key = key;
        this.name = name;
        this.task = task;
        this.traits = Traits.of(task);
        this.codec = codec;
        this.parameters = List.copyOf(parameters);
        this.upstreams = List.copyOf(upstreams);
        this.held = Set.copyOf(held);
    }

    /// The name with the parameters, as a person tells tasks apart: `Train(until=2021-07-19, algorithm=gbdt)`.
    String label() {
        return Labels.of(this);
    }

    /// Notes a node that waits for this one to be settled.
    void addDependent(Node dependent) {
        if (dependents == null) {
            dependents = new ArrayList<>(1);
        }
        dependents.add(dependent);
    }

    /// The nodes that wait for this one; they do so no longer.
    List<Node> takeDependents() {
        List<Node> taken = dependents == null ? List.of() : dependents;
        dependents = null;
        return taken;
    }

    /// Notes what its body loads. A declared upstream may be among it.
    synchronized void noteLoad(Node node) {
        if (loaded == null) {
            loaded = new LinkedHashSet<>();
        }
        loaded.add(node);
    }

    /// What its body loaded while it ran, in that order.
    synchronized List<Node> loaded() {
        return loaded == null ? List.of() : List.copyOf(loaded);
    }

    @Override
    public String toString() {
        return key.shortText();
    }
}
