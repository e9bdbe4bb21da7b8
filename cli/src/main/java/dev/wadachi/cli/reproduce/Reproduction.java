package dev.wadachi.cli.reproduce;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
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
/// @param given tasks that were not run: sources and what acts outside, whose recorded outputs stood in
/// @param differing the first task, in the order of the graph, that gave other bytes; empty if none did
public record Reproduction(Report report, int same, int given, Optional<Differing> differing) {

    /// A task that gave other bytes.
    ///
    /// @param label its name with parameters
    /// @param difference where they first differ
    public record Differing(String label, FirstDifference difference) {}

    /// The results that a run stands on, by key.
    public static Map<Key, Recorded> results(RunRecord run, Store store) {
        Map<Key, Recorded> results = new LinkedHashMap<>();
        store.runs()
                .outcomes(
                        run.id(),
                        outcome -> outcome.result()
                                .flatMap(store.traces()::find)
                                .ifPresent(recorded -> results.put(outcome.key(), recorded)));
        return results;
    }

    /// Runs goals in a store of their own.
    ///
    /// @param settings the checked-out project, with the store to use
    /// @param goals the run's goals, made of the checked-out code
    /// @param results what the run stood on
    /// @param old where those are kept
    public static Reproduction of(Settings settings, Request goals, Map<Key, Recorded> results, Store old)
            throws IOException {
        try (Wadachi wadachi = Wadachi.open(settings)) {
            Map<Key, Output> given = new HashMap<>();
            for (Map.Entry<Key, Recorded> result : results.entrySet()) {
                if (isOutside(result.getValue())) {
                    Output output = result.getValue().trace().output();
                    for (Digest digest : output.blobs().toList()) {
                        copy(digest, old, wadachi.store());
                    }
                    given.put(result.getKey(), output);
                }
            }
            Report report = wadachi.run(goals.with(new Force.Kept(given)));
            return compare(report, results, given, old, wadachi.store());
        }
    }

    /// A source reads what may have changed, and what acts outside must not act twice.
    private static boolean isOutside(Recorded recorded) {
        return recorded.trace().fingerprint().entries().containsKey("stamp")
                || recorded.trace().codec().equals("external");
    }

    private static void copy(Digest digest, Store from, Store to) throws IOException {
        var blob = from.blobs().find(digest);
        if (blob.isEmpty()) {
            throw new IllegalArgumentException("the recorded output " + digest.shortHex()
                    + " of a source is gone from the store, so the run cannot be computed from what it read");
        }
        Path copy = to.scratch().newFile();
        Files.copy(blob.get().file(), copy);
        to.blobs().adopt(copy);
    }

    private static Reproduction compare(
            Report report, Map<Key, Recorded> results, Map<Key, Output> given, Store old, Store now)
            throws IOException {
        int same = 0;
        Optional<Differing> first = Optional.empty();
        List<TaskResult> ran = report.tasks().stream()
                .filter(task -> !given.containsKey(task.key()))
                .toList();
        for (TaskResult task : ran) {
            Recorded before = results.get(task.key());
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
        return new Reproduction(report, same, given.size(), first);
    }
}
