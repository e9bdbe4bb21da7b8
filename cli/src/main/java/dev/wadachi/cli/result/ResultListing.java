package dev.wadachi.cli.result;

import dev.wadachi.cli.print.Columns;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import java.util.Comparator;
import java.util.List;

/// Results, newest first.
///
/// @param results what to list
/// @param store where they are kept
record ResultListing(List<Recorded> results, Store store) implements Listing {

    static ResultListing of(List<Recorded> results, int limit, Store store) {
        return new ResultListing(
                results.stream()
                        .sorted(Comparator.comparing((Recorded recorded) ->
                                        recorded.trace().origin().started())
                                .reversed())
                        .limit(limit)
                        .toList(),
                store);
    }

    @Override
    public Columns columns() {
        Columns columns = Columns.headed("result", "task", "computed", "run", "took", "size", "metrics");
        results.forEach(recorded -> columns.row(ResultText.row(recorded, store)));
        return columns;
    }

    @Override
    public JsonArray json() {
        return new JsonArray(results.stream().<Json>map(ResultText::json).toList());
    }

    @Override
    public String nothing() {
        return "no results";
    }
}
