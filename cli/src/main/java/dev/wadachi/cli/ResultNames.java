package dev.wadachi.cli;

import dev.wadachi.cli.project.Suggestion;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.store.TraceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Finds the result that a user names: by what `wadachi ls Train` prints, by a task's name (its newest result), or as
/// `<run>:<task>`.
final class ResultNames {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{4,64}");

    private ResultNames() {}

    /// The newest result that is meant.
    ///
    /// @throws BadInput if there is none
    static Recorded find(String text, Store store) {
        return search(text, store)
                .orElseThrow(
                        () -> new BadInput(
                                TaskLog.hasFailed(text, store)
                                        ? "there is no result " + text + ", for it failed; its log says why: "
                                                + NextCommand.of("wadachi", "log", text)
                                                        .text()
                                        : "there is no result " + text + suggestion(text, store)
                                                + "\nA result is named as `wadachi ls <task>` prints it, by its task, or as <run>:<task>."));
    }

    static Optional<Recorded> search(String text, Store store) {
        if (text.contains("/")) {
            return store.traces().find(TraceId.parse(text));
        }
        int colon = text.indexOf(':');
        if (colon > 0) {
            return ofRun(text.substring(0, colon), text.substring(colon + 1), store);
        }
        Optional<Recorded> newest = store.traces().ofTask(text, 1).stream().findFirst();
        return newest.isPresent() || !DIGEST.matcher(text).matches() ? newest : byDigest(text, store);
    }

    /// The result that a task had in a run, computed there or found there.
    static Optional<Recorded> ofRun(String run, String task, Store store) {
        RunRecord found = store.runs().find(run).orElseThrow(() -> new BadInput("there is no run " + run));
        List<TraceId> ids = new ArrayList<>();
        store.runs().outcomes(found.id(), outcome -> {
            if (outcome.key().task().equals(task)) {
                outcome.result().ifPresent(ids::add);
            }
        });
        return ids.stream().flatMap(id -> store.traces().find(id).stream()).findFirst();
    }

    /// What a message adds about a task that nothing is kept of.
    static String suggestion(String text, Store store) {
        SortedSet<String> names = new TreeSet<>();
        store.traces().forEach(recorded -> names.add(recorded.trace().key().task()));
        return Suggestion.of(text, List.copyOf(names));
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
