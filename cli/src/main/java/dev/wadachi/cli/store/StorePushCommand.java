package dev.wadachi.cli.store;

import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.remote.TeamStore;
import dev.wadachi.remote.Transferred;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi store push`: brings to the team's store what it lacks.
@CommandLine.Command(
        description = {
            "Brings to the team's store what it lacks: results with their bytes, runs, and what people said of them.",
            "What is known to be there costs no request. Stopped at any instant, it goes on where it was."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi store push", "  wadachi store push --store s3://bucket/prefix"})
public final class StorePushCommand implements Command {

    @Option(names = "--json", description = "Print what was moved as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        try (TeamStore team = Workspace.ofResults(around, store).openBoth(around)) {
            TransferProgress progress = new TransferProgress(around.terminal(), "pushing");
            Transferred moved = team.push(progress);
            progress.clear();
            String text = moved.isNothing()
                    ? "nothing to push: " + team.describe() + " has it all"
                    : "pushed " + TransferText.of(moved);
            return TransferText.print(around.terminal().out(), moved, text, json);
        }
    }
}
