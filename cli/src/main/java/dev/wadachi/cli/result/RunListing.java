package dev.wadachi.cli.result;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.RunState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Runs, in the order given.
///
/// @param runs what to list
record RunListing(List<RunRecord> runs) implements Listing {

    @Override
    public Columns columns() {
        Columns columns = Columns.headed("run", "started", "took", "state", "what", "outcome");
        runs.forEach(run -> columns.row(
                run.id().shortText(),
                Quantity.of(run.started()),
                run.took().map(Quantity::of).orElse(""),
                word(run.state()),
                RunText.title(run),
                outcomes(run)));
        return columns;
    }

    @Override
    public JsonArray json() {
        return new JsonArray(runs.stream().<Json>map(RunText::json).toList());
    }

    @Override
    public String nothing() {
        return "no runs";
    }

    /// The state that a user names.
    ///
    /// @throws BadInput if there is none
    static RunState stateOf(String text) {
        for (RunState state : RunState.values()) {
            if (word(state).equals(text.toLowerCase(Locale.ROOT))) {
                return state;
            }
        }
        throw new BadInput(
                "there is no state " + text + ": a run is running, succeeded, failed, cancelled or interrupted");
    }

    private static String outcomes(RunRecord run) {
        return run.summary()
                .map(end -> end.outcomes().entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                        .collect(Collectors.joining(", ")))
                .orElse("");
    }

    private static String word(Outcome outcome) {
        return outcome == Outcome.HIT ? "up to date" : outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String word(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
