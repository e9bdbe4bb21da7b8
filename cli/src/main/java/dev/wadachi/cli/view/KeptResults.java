package dev.wadachi.cli.view;

import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.store.TraceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds kept results by what people call them.
public final class KeptResults {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{4,64}");

    private KeptResults() {}

    /// The newest result of a task, or that whose output or key begins with these digits.
    public static Optional<Recorded> newest(String taskOrDigest, Store store) {
        if (taskOrDigest.contains("/")) {
            return store.traces().find(TraceId.parse(taskOrDigest));
        }
        Optional<Recorded> newest =
                store.traces().ofTask(taskOrDigest, 1).stream().findFirst();
        return newest.isPresent() || !DIGEST.matcher(taskOrDigest).matches() ? newest : byDigest(taskOrDigest, store);
    }

    /// The result that a task had in a run, computed there or found there.
    public static Optional<Recorded> ofRun(RunRecord run, String task, Store store) {
        List<TraceId> ids = new ArrayList<>();
        store.runs().outcomes(run.id(), outcome -> {
            if (outcome.key().task().equals(task)) {
                outcome.result().ifPresent(ids::add);
            }
        });
        return ids.stream().flatMap(id -> store.traces().find(id).stream()).findFirst();
    }

    private static Optional<Recorded> byDigest(String prefix, Store store) {
        List<Recorded> found = new ArrayList<>();
        store.traces().forEach(recorded -> {
            Trace trace = recorded.trace();
            if (trace.output().digest().hex().startsWith(prefix)
                    || trace.key().digest().hex().startsWith(prefix)) {
                found.add(recorded);
            }
        });
        return found.stream()
                .max(Comparator.comparing(recorded -> recorded.trace().origin().started()));
    }
}
