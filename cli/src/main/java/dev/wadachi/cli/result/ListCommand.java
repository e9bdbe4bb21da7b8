package dev.wadachi.cli.result;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.WholeNumber;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.project.Suggestion;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.RunState;
import dev.wadachi.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi ls`: tasks, results or runs.
@CommandLine.Command(
        description =
                "Lists the tasks that results are kept of; with a task's name, its results; with --runs, the runs.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi ls",
            "  wadachi ls Train",
            "  wadachi ls 'Fea*' --since 7d",
            "  wadachi ls Score --where algorithm=ridge",
            "  wadachi ls --results --run 7f3a",
            "  wadachi ls --runs --state failed"
        })
public final class ListCommand implements Command {

    private static final int LISTED = 20;

    @Parameters(
            arity = "0..1",
            paramLabel = "<task>",
            description = "List this task's results; with a *, the tasks of such names.")
    private @Nullable String task;

    @Option(names = "--results", description = "List results of all tasks.")
    private boolean results;

    @Option(names = "--runs", description = "List runs.")
    private boolean runs;

    @Mixin
    private final ResultFilter filter = new ResultFilter();

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
            converter = WholeNumber.Positive.class,
            description = "At most so many; by default all tasks, and 20 results or runs.")
    private @Nullable Integer limit;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = Workspace.ofResults(around, store);
        try (Wadachi wadachi = workspace.open()) {
            Listing listing = listing(wadachi.store(), new KeptNames(wadachi.store(), workspace, around));
            if (json) {
                around.terminal().out().print(listing.json().pretty());
            } else {
                listing.lines(around.terminal().width())
                        .forEach(around.terminal().out()::println);
            }
            return ExitCode.OK;
        }
    }

    private Listing listing(Store kept, KeptNames names) {
        if (runs || pipeline != null || state != null) {
            return runs(kept);
        }
        if (task == null && !results && filter.isEmpty()) {
            return TaskListing.of(kept, limitOr(Integer.MAX_VALUE));
        }
        Predicate<Recorded> wanted = filter.in(kept, Instant.now());
        if (task == null) {
            return results ? results(all(kept, wanted), kept) : tasks(wanted, kept);
        }
        if (task.contains("*")) {
            Predicate<Recorded> named = named(task, names);
            return results ? results(all(kept, wanted.and(named)), kept) : tasks(wanted.and(named), kept);
        }
        List<Recorded> found = new ArrayList<>();
        kept.traces().forEachOwn(names.of(task), found::add);
        if (found.isEmpty()) {
            throw new BadInput("nothing is kept of a task " + task + ResultNames.suggestion(task, kept));
        }
        return results(found.stream().filter(wanted).toList(), kept);
    }

    private Listing results(List<Recorded> found, Store kept) {
        return ResultListing.of(found, limitOr(LISTED), kept);
    }

    private Listing tasks(Predicate<Recorded> wanted, Store kept) {
        return TaskListing.of(kept, wanted, limitOr(Integer.MAX_VALUE));
    }

    private int limitOr(int standard) {
        return limit == null ? standard : limit;
    }

    private static List<Recorded> all(Store kept, Predicate<Recorded> wanted) {
        List<Recorded> found = new ArrayList<>();
        kept.traces().forEachOwn(recorded -> {
            if (wanted.test(recorded)) {
                found.add(recorded);
            }
        });
        return found;
    }

    private static Predicate<Recorded> named(String glob, KeptNames names) {
        Predicate<String> matches =
                Pattern.compile("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E").asMatchPredicate();
        List<String> older = names.older(matches);
        return recorded -> {
            String keptAs = recorded.trace().key().task();
            return matches.test(keptAs) || older.contains(keptAs);
        };
    }

    private Listing runs(Store kept) {
        RunState wanted = state == null ? null : RunListing.stateOf(state);
        List<RunRecord> all = kept.runs().newestFirst().toList();
        if (pipeline != null
                && all.stream().noneMatch(run -> run.start().pipeline().equals(pipeline))) {
            throw new BadInput("there was no run of a pipeline " + pipeline + Suggestion.of(pipeline, pipelines(all)));
        }
        return new RunListing(all.stream()
                .filter(run -> pipeline == null || run.start().pipeline().equals(pipeline))
                .filter(run -> wanted == null || run.state() == wanted)
                .limit(limitOr(LISTED))
                .toList());
    }

    private static List<String> pipelines(List<RunRecord> runs) {
        return runs.stream()
                .map(run -> run.start().pipeline())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
