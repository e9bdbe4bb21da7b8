package dev.wadachi.cli.store;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.TakesGoals;
import dev.wadachi.cli.project.Catalog;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.remote.Content;
import dev.wadachi.remote.TeamStore;
import dev.wadachi.remote.Transferred;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi store pull`: brings here what the team has.
@CommandLine.Command(
        description = {
            "Brings here what the team's store has and this one lacks, of all tasks, of some, or of those that goals need.",
            "What bodies load while they run is pulled by its own name.",
            "A run needs none of this, for it reads what it needs; lists show what is here."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi store pull",
            "  wadachi store pull Train Evaluate",
            "  wadachi store pull Demand forecast  all that the goal needs",
            "  wadachi store pull --records        what to list and explain by; bytes come when they are read"
        })
public final class StorePullCommand implements TakesGoals {

    @Mixin
    private final GoalOptions goals = new GoalOptions();

    @Option(names = "--records", description = "Results without their bytes.")
    private boolean records;

    @Option(names = "--json", description = "Print what was moved as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public GoalOptions goals() {
        return goals;
    }

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = goals.file().isPresent()
                ? Workspace.of(around, goals.file(), store)
                : Workspace.ofResults(around, store);
        List<String> tasks = tasks(workspace, around);
        try (TeamStore team = workspace.openBoth(around)) {
            TransferProgress progress = new TransferProgress(around.terminal(), "pulling");
            Transferred moved = team.pull(Set.copyOf(tasks), records ? Content.RECORDS : Content.ALL, progress);
            progress.clear();
            String text = moved.isNothing() ? "nothing to pull: it is all here" : "pulled " + TransferText.of(moved);
            return TransferText.print(around.terminal().out(), moved, text, json);
        }
    }

    /// The tasks that are named, or that the goals of a pipeline need.
    private List<String> tasks(Workspace workspace, Surroundings around) {
        List<String> named = goals.names();
        if (named.isEmpty() || !workspace.project().hasSources()) {
            goals.refuseParameters();
            return named;
        }
        CompiledProject classes = workspace.project().compile();
        boolean isPipeline = classes.catalog().all(Catalog.Kind.PIPELINE).stream()
                .anyMatch(entry -> entry.name().equals(named.getFirst()));
        if (!isPipeline) {
            goals.refuseParameters();
            return named;
        }
        return List.copyOf(
                goals.select(classes, classes.loader(), around.today()).taskNames());
    }
}
