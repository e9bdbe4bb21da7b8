package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.store.Output;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Values that were settled, and whose bytes are gone when a body reads them: they are computed again, each once,
/// while their readers wait. Thread-safe.
final class Restoring {

    private final Execution execution;
    private final Decisions decisions;
    private final Bodies bodies;
    private final Map<Node, CompletableFuture<Node>> underWay = new ConcurrentHashMap<>();

    Restoring(Execution execution, Decisions decisions, Bodies bodies) {
        this.execution = execution;
        this.decisions = decisions;
        this.bodies = bodies;
    }

    /// Waits until a lost value is there again, while the reading body's cores are free for others.
    ///
    /// @param output what it gave
    /// @throws UpstreamMoved if it gives other bytes now
    void restore(Node lost, Output output, Seat seat) {
        CompletableFuture<Node> restored = underWay.computeIfAbsent(lost, node -> {
            requireFingerprint(node);
            Cause cause = new Cause.OutputLost(output.digest().shortHex());
            bodies.submit(new Job(node, List.of(cause), Job.Kind.LOST, 0, null));
            return new CompletableFuture<>();
        });
        try {
            seat.away(restored::get);
        } catch (Exception interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadFailed(lost.label());
        }
        if (!contains(execution.outputOf(lost), output.digest())) {
            throw new UpstreamMoved(lost.label());
        }
    }

    /// As it would be now; a source whose stamp cannot be asked fails in its body.
    private void requireFingerprint(Node lost) {
        try {
            execution.fingerprint(lost);
        } catch (Exception cannotBeAsked) {
            throw new IllegalStateException(
                    lost.label() + " has to be computed again, but: " + cannotBeAsked.getMessage(), cannotBeAsked);
        }
    }

    private static boolean contains(Output whole, Digest digest) {
        return whole.digest().equals(digest)
                || whole instanceof Output.Parts parts
                        && parts.parts().values().stream()
                                .anyMatch(part -> part.digest().equals(digest));
    }

    /// What a lost value is computed from was lost, too, and is other bytes now: it is computed from those.
    void again(Job job) throws Exception {
        execution.fingerprint(job.node());
        bodies.submit(new Job(job.node(), job.causes(), Job.Kind.LOST, 0, null));
    }

    /// The value is there again, or will never be: its readers go on.
    void concluded(Node lost, Settlement settlement) {
        decisions.replace(lost, settlement);
        execution.settled(lost);
        Objects.requireNonNull(underWay.remove(lost)).complete(lost);
    }
}
