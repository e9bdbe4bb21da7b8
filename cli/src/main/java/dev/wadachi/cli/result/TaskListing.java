package dev.wadachi.cli.result;

import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.store.Traces.Kept;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The tasks that something is kept of, each with its newest result; the most recent task first.
///
/// @param tasks what is kept of each
/// @param nothing what is said where there are none
record TaskListing(List<Kept> tasks, String nothing) implements Listing {

    /// All of them.
    static TaskListing of(Store store, int limit) {
        return of(store, store.traces().ofEachTask(), limit);
    }

    static TaskListing of(Store store, Predicate<Recorded> wanted, int limit) {
        Map<String, Kept> tasks = new HashMap<>();
        store.traces().forEachOwn(recorded -> {
            if (wanted.test(recorded)) {
                tasks.merge(recorded.trace().key().task(), new Kept(1, recorded), (kept, _) -> kept.and(recorded));
            }
        });
        return of(store, tasks.values(), limit);
    }

    private static TaskListing of(Store store, Collection<Kept> tasks, int limit) {
        List<Kept> newestFirst = tasks.stream()
                .sorted(Comparator.comparing(
                                (Kept kept) -> kept.newest().trace().origin().started())
                        .reversed())
                .limit(limit)
                .toList();
        return new TaskListing(newestFirst, tasks.isEmpty() ? nothing(store) : "");
    }

    /// On a store of several projects, each sees its own.
    private static String nothing(Store store) {
        if (!store.traces().tasks().isEmpty()) {
            return "no results";
        }
        SortedSet<String> others = new TreeSet<>();
        store.traces().forEach(recorded -> others.add(recorded.trace().origin().project()));
        others.removeAll(Set.of("", store.project()));
        return others.isEmpty()
                ? "no results"
                : "no results of project " + store.project() + "; the store has those of " + String.join(", ", others)
                        + " (what this one is called, `project` in wadachi.toml says, else its folder)";
    }

    @Override
    public Columns columns() {
        Columns columns = Columns.headed("task", "results", "newest", "run", "took", "size", "parameters");
        for (Kept task : tasks) {
            Trace trace = task.newest().trace();
            columns.row(
                    trace.key().task(),
                    Integer.toString(task.results()),
                    Quantity.of(trace.origin().started()),
                    trace.origin().run().shortText(),
                    Quantity.ofSeconds(trace.cost().wallSeconds()),
                    Quantity.ofBytes(trace.output().bytes()),
                    ResultText.onALine(ResultText.parameters(trace)));
        }
        return columns;
    }

    @Override
    public JsonArray json() {
        return new JsonArray(tasks.stream()
                .<Json>map(task -> JsonObject.builder()
                        .put("task", task.newest().trace().key().task())
                        .put("results", task.results())
                        .put("newest", ResultText.json(task.newest()))
                        .build())
                .toList());
    }
}
