package dev.wadachi.cli;

import dev.wadachi.remote.Content;
import dev.wadachi.remote.TeamStore;
import dev.wadachi.remote.Transferred;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi store pull`: brings here what the team has.
@CommandLine.Command(
        description = {
            "Brings here what the team's store has and this one lacks, of all tasks or of some.",
            "A run needs none of this, for it reads what it needs; lists show what is here."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi store pull",
            "  wadachi store pull Train Evaluate",
            "  wadachi store pull --records        what to list and explain by; bytes come when they are read"
        })
final class StorePullCommand implements Command {

    @Parameters(
            arity = "0..*",
            paramLabel = "<task>",
            description = "Results of these tasks; all, and runs, by default.")
    private List<String> tasks = List.of();

    @Option(names = "--records", description = "Results without their bytes.")
    private boolean records;

    @Option(names = "--json", description = "Print what was moved as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        try (TeamStore team = Workspace.ofResults(around, store).openBoth(around)) {
            TransferProgress progress = new TransferProgress(around.terminal(), "pulling");
            Transferred moved = team.pull(Set.copyOf(tasks), records ? Content.RECORDS : Content.ALL, progress);
            progress.clear();
            String text = moved.isNothing() ? "nothing to pull: it is all here" : "pulled " + TransferText.of(moved);
            around.terminal().out().print(json ? TransferText.json(moved).pretty() : text + "\n");
            return ExitCode.OK;
        }
    }
}
