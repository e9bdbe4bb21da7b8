package dev.wadachi.store;

import java.util.HashSet;
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

    private final String project;
    private final Runs runs;
    private final Set<RunId> read = new HashSet<>();
    private final Set<TraceId> used = new HashSet<>();
    private long refreshed = System.nanoTime() - 2 * PERIOD_NANOS;

    /// @param project its name; empty for a store that shows what all projects did
    /// @param runs those of the project
    Belonging(String project, Runs runs) {
        this.project = project;
        this.runs = runs;
    }

    /// Whether the project computed or used a result.
    boolean isOwn(Recorded recorded) {
        return isComputedHere(recorded) || isUsed(recorded.id());
    }

    /// Whether the project computed a result, or nobody knows who did.
    boolean isComputedHere(Recorded recorded) {
        String origin = recorded.trace().origin().project();
        return project.isEmpty() || origin.isEmpty() || origin.equals(project);
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
