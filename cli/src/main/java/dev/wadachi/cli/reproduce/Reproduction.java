package dev.wadachi.cli.reproduce;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.cli.project.ProjectProblem;
import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.engine.Force;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.engine.TaskResult;
import dev.wadachi.store.Output;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of computing a run once more.
///
/// @param report of the run in the store of its own
/// @param same tasks whose bytes are those that were recorded
/// @param sources tasks that were not run: sources and what acts outside, whose recorded outputs stood in
/// @param given tasks that did not run in the recorded run either, because its user put a value in their place
/// @param differing the first task, in the order of the graph, that gave other bytes; empty if none did
public record Reproduction(Report report, int same, int sources, int given, Optional<Differing> differing) {

    /// A task that gave other bytes.
    ///
    /// @param label its name with parameters
    /// @param difference where they first differ
    public record Differing(String label, FirstDifference difference) {}

    /// What a run stands on.
    ///
    /// @param results kept results, by key
    /// @param given what its user put in the place of tasks, by key
    public record Basis(Map<Key, Recorded> results, Map<Key, Output> given) {}

    /// What a run stands on, as its store knows it.
    public static Basis basis(RunRecord run, Store store) {
        Map<Key, Recorded> results = new LinkedHashMap<>();
        store.runs()
                .outcomes(
                        run.id(),
                        outcome -> outcome.result()
                                .flatMap(store.traces()::find)
                                .ifPresent(recorded -> results.put(outcome.key(), recorded)));
        Map<Key, Output> given = new LinkedHashMap<>();
        store.runs().standIns(run.id(), standIn -> given.put(standIn.key(), standIn.output()));
        return new Basis(results, given);
    }

    /// Runs goals in a store of their own.
    ///
    /// @param settings the checked-out project, with the store to use
    /// @param goals the run's goals, made of the checked-out code
    /// @param basis what the run stood on
    /// @param old where that is kept
    public static Reproduction of(Settings settings, Request goals, Basis basis, Store old) throws IOException {
        try (Wadachi wadachi = Wadachi.open(settings)) {
            Map<Key, Output> kept = new HashMap<>(basis.given());
            basis.results().forEach((key, result) -> {
                if (isOutside(result)) {
                    kept.putIfAbsent(key, result.trace().output());
                }
            });
            for (Map.Entry<Key, Output> each : kept.entrySet()) {
                for (Digest digest : each.getValue().blobs().toList()) {
                    copy(each.getKey(), digest, old, wadachi.store());
                }
            }
            Report report = wadachi.run(goals.with(new Force.Kept(kept)));
            return compare(report, basis, kept, old, wadachi.store());
        }
    }

    /// A source reads what may have changed, and what acts outside must not act twice.
    private static boolean isOutside(Recorded recorded) {
        return recorded.trace().fingerprint().entries().containsKey("stamp")
                || recorded.trace().codec().equals("external");
    }

    private static void copy(Key task, Digest digest, Store from, Store to) throws IOException {
        var blob = from.blobs().find(digest);
        if (blob.isEmpty()) {
            throw new ProjectProblem("the recorded output " + digest.shortHex() + " of " + task.task()
                    + " is gone from the store, so the run cannot be computed from what it read");
        }
        Path copy = to.scratch().newFile();
        Files.copy(blob.get().file(), copy);
        to.blobs().adopt(copy);
    }

    private static Reproduction compare(Report report, Basis basis, Map<Key, Output> kept, Store old, Store now)
            throws IOException {
        int same = 0;
        Optional<Differing> first = Optional.empty();
        List<TaskResult> ran = report.tasks().stream()
                .filter(task -> !kept.containsKey(task.key()))
                .toList();
        for (TaskResult task : ran) {
            Recorded before = basis.results().get(task.key());
            Optional<Output> after = task.trace()
                    .flatMap(now.traces()::find)
                    .map(found -> found.trace().output());
            if (before == null || after.isEmpty()) {
                continue;
            }
            Output was = before.trace().output();
            if (was.digest().equals(after.get().digest())) {
                same++;
            } else if (first.isEmpty()) {
                first = Optional.of(new Differing(
                        task.label(), FirstDifference.between(before.trace().codec(), was, old, after.get(), now)));
            }
        }
        int given = basis.given().size();
        return new Reproduction(report, same, kept.size() - given, given, first);
    }
}
