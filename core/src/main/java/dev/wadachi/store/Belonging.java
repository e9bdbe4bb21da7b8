package dev.wadachi.store;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Which results belong to one of the projects that share a store: those that it computed, and those of others that
/// its runs found under the very fingerprint that they looked for. What is older than the notion of a project belongs
/// to all.
///
/// Two projects may call different tasks alike; that one has results of `Train` tells the other nothing. But equal
/// fingerprints mean equal results, whoever computed them. The own runs are read only when a result of another project
/// is met, and each that has ended is read once. Thread-safe.
final class Belonging {

    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Owner owner;
    private final Runs runs;
    private final Set<RunId> read = new HashSet<>();
    private final Set<TraceId> used = new HashSet<>();
    private long refreshed = System.nanoTime() - 2 * PERIOD_NANOS;

    /// @param owner who looks
    /// @param runs those of the project
    Belonging(Owner owner, Runs runs) {
        this.owner = owner;
        this.runs = runs;
    }

    /// Whether the project computed or used a result; outside of all projects, every result is shown.
    boolean isShown(Recorded recorded) {
        return owner.sees(recorded.trace().origin().project()) || isUsed(recorded.id());
    }

    /// Whether all that another project computed is shown.
    boolean sees(String project) {
        return owner.sees(project);
    }

    /// Whether the project computed a result, or nobody knows who did.
    boolean isComputedHere(Recorded recorded) {
        return owner.owns(recorded.trace().origin().project());
    }

    /// Why a result is not the project's to judge, and what to do; empty if the project computed or used it.
    Optional<String> objection(Recorded recorded) {
        Trace trace = recorded.trace();
        String project = trace.origin().project();
        String what = trace.key().task() + " of run " + trace.origin().run().shortText() + " is a result";
        boolean isUsed = !owner.project().isEmpty() && isUsed(recorded.id());
        return isUsed ? Optional.empty() : owner.objection(what, project);
    }

    private synchronized boolean isUsed(TraceId id) {
        if (!used.contains(id) && System.nanoTime() - refreshed > PERIOD_NANOS) {
            runs.newestFirst().filter(run -> !read.contains(run.id())).forEach(this::read);
            refreshed = System.nanoTime();
        }
        return used.contains(id);
    }

    private void read(RunRecord run) {
        runs.outcomes(run.id(), outcome -> outcome.result().ifPresent(used::add));
        if (run.state() != RunState.RUNNING) {
            read.add(run.id());
        }
    }
}
