package dev.wadachi.cli.result;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunId;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import dev.wadachi.store.TaskFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a task said in a run, whether it gave a result or failed.
///
/// @param key which task
/// @param label its name with parameters
/// @param run the run that its body ran in
/// @param log the blob; null if it said nothing
record TaskLog(Key key, String label, RunId run, @Nullable Digest log) {

    private static final int SHORTEST_PREFIX = 4;

    /// Of all bodies of a run: those that gave results, then those that failed.
    static List<TaskLog> ofRun(RunRecord run, Store kept) {
        Set<TaskLog> logs = new LinkedHashSet<>();
        kept.runs()
                .outcomes(
                        run.id(),
                        outcome -> outcome.result()
                                .flatMap(kept.traces()::find)
                                .filter(recorded ->
                                        recorded.trace().origin().run().equals(run.id()))
                                .ifPresent(recorded -> logs.add(of(recorded))));
        kept.runs().failures(run.id(), failure -> logs.add(of(failure, run.id())));
        return List.copyOf(logs);
    }

    /// What a text names: a task, which means what it said last, with whatever parameters; one result of it; or the
    /// beginning of a key.
    ///
    /// @throws BadInput if there is none, or several are meant
    static TaskLog find(String what, KeptNames names) {
        Store kept = names.store();
        String text = names.of(what);
        int colon = ResultNames.colon(text);
        if (colon > 0) {
            String task = text.substring(colon + 1);
            return failureIn(text.substring(0, colon), task, kept).orElseGet(() -> of(ResultNames.find(text, names)));
        }
        List<Recorded> results = ResultNames.all(text, kept);
        Optional<Recorded> newest = results.stream().findFirst();
        return newestFailure(
                        text, newest.map(recorded -> recorded.trace().origin().run()), kept)
                .or(() -> newest.filter(
                                recorded -> recorded.trace().key().task().equals(text))
                        .map(TaskLog::of))
                .orElseGet(() -> of(ResultNames.find(text, names)));
    }

    /// Whether a task of this name or key failed in any run.
    static boolean hasFailed(String text, Store kept) {
        return newestFailure(text, Optional.empty(), kept).isPresent();
    }

    /// All of it; empty if the task said nothing, or the blob was collected.
    String text(Store kept) {
        return ResultText.text(log, kept).orElse("");
    }

    private static Optional<TaskLog> failureIn(String run, String task, Store kept) {
        return kept.runs()
                .find(run)
                .flatMap(found -> failures(found, named(task), kept).stream().findFirst());
    }

    /// The newest failure that is no older than a result: of a run that both failed and gave a result for other
    /// parameters, the failure is what one asks for.
    private static Optional<TaskLog> newestFailure(String text, Optional<RunId> since, Store kept) {
        return kept.runs()
                .newestFirst()
                .takeWhile(run -> since.isEmpty() || run.id().compareTo(since.get()) >= 0)
                .flatMap(run -> failures(run, named(text), kept).stream())
                .findFirst();
    }

    private static List<TaskLog> failures(RunRecord run, Predicate<TaskFailure> wanted, Store kept) {
        List<TaskLog> failures = new ArrayList<>();
        kept.runs().failures(run.id(), failure -> {
            if (wanted.test(failure)) {
                failures.add(of(failure, run.id()));
            }
        });
        return failures;
    }

    private static Predicate<TaskFailure> named(String text) {
        return failure -> failure.key().task().equals(text)
                || failure.label().equals(text)
                || text.length() >= SHORTEST_PREFIX
                        && failure.key().digest().hex().startsWith(text);
    }

    private static TaskLog of(Recorded recorded) {
        return new TaskLog(
                recorded.trace().key(),
                ResultText.label(recorded.trace()),
                recorded.trace().origin().run(),
                recorded.trace().evidence().log());
    }

    private static TaskLog of(TaskFailure failure, RunId run) {
        return new TaskLog(
                failure.key(), failure.label(), run, failure.wholeLog().orElse(null));
    }
}
