package dev.wadachi.cli;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.RunState;
import dev.wadachi.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi ls`: runs, or results.
@CommandLine.Command(
        description = "Lists runs, newest first; with a task's name, its results.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi ls",
            "  wadachi ls --state failed",
            "  wadachi ls Train",
            "  wadachi ls --results --limit 50"
        })
final class ListCommand implements Command {

    @Parameters(arity = "0..1", paramLabel = "<task>", description = "List this task's results.")
    private @Nullable String task;

    @Option(names = "--results", description = "List results of all tasks.")
    private boolean results;

    @Option(names = "--pipeline", paramLabel = "<name>", description = "Runs of this pipeline alone.")
    private @Nullable String pipeline;

    @Option(
            names = "--state",
            paramLabel = "<state>",
            description = "Runs that are running, succeeded, failed, cancelled or interrupted.")
    private @Nullable String state;

    @Option(
            names = "--limit",
            paramLabel = "<n>",
            converter = WholeNumber.NotNegative.class,
            description = "At most so many; 20 by default.")
    private int limit = 20;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        try (Wadachi wadachi = Workspace.ofResults(around, store).open()) {
            String text = task != null || results ? results(wadachi.store()) : runs(wadachi.store());
            around.terminal().out().print(text);
            return ExitCode.OK;
        }
    }

    private String runs(Store kept) {
        List<RunRecord> runs = kept.runs()
                .newestFirst()
                .filter(run -> pipeline == null || run.start().pipeline().equals(pipeline))
                .filter(run -> state == null || run.state() == stateOf(state))
                .limit(limit)
                .toList();
        if (json) {
            return new JsonArray(runs.stream().<Json>map(RunText::json).toList()).pretty();
        }
        Columns columns = Columns.headed("run", "started", "took", "state", "what", "outcome");
        runs.forEach(run -> columns.row(
                run.id().shortText(),
                Quantity.of(run.started()),
                run.took().map(Quantity::of).orElse(""),
                word(run.state()),
                RunText.title(run),
                outcomes(run)));
        return columns.isEmpty() ? "no runs\n" : columns.text() + "\n";
    }

    private String results(Store kept) {
        List<Recorded> found = new ArrayList<>();
        if (task == null) {
            kept.traces().forEach(found::add);
        } else {
            found.addAll(kept.traces().ofTask(task, Integer.MAX_VALUE));
            if (found.isEmpty()) {
                throw new BadInput("nothing is kept of a task " + task + ResultNames.suggestion(task, kept));
            }
        }
        found.sort(Comparator.comparing(
                        (Recorded recorded) -> recorded.trace().origin().started())
                .reversed());
        List<Recorded> shown = found.subList(0, Math.min(limit, found.size()));
        if (json) {
            return new JsonArray(shown.stream().<Json>map(ResultText::json).toList()).pretty();
        }
        Columns columns = Columns.headed("result", "task", "computed", "run", "took", "size", "metrics");
        shown.forEach(recorded -> columns.row(ResultText.row(recorded, kept)));
        return columns.isEmpty() ? "no results\n" : columns.text() + "\n";
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

    private static RunState stateOf(String text) {
        for (RunState state : RunState.values()) {
            if (word(state).equals(text.toLowerCase(Locale.ROOT))) {
                return state;
            }
        }
        throw new BadInput(
                "there is no state " + text + ": a run is running, succeeded, failed, cancelled or interrupted");
    }
}
