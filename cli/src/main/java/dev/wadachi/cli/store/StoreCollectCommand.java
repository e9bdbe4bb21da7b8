package dev.wadachi.cli.store;

import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.remote.TeamStore;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// `wadachi store gc`: takes away from the team's store what no kept run needs.
@CommandLine.Command(
        description = {
            "Says what no kept run in the team's store needs, and with --apply moves it to the trash there, for 7 days.",
            "Nothing younger than 24 hours is touched. The own store has a `gc` of its own."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi store gc", "  wadachi store gc --apply --keep-runs 100 --keep-tags --free 200GB"})
public final class StoreCollectCommand implements Command {

    @Mixin
    private final RetentionOptions options = new RetentionOptions();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = Workspace.ofResults(around, store);
        try (TeamStore team = workspace.openBoth(around)) {
            options.tell(
                    team.collect(
                            options.retention(),
                            runs -> options.roots(runs, workspace.project()),
                            options.isApplied() ? TeamStore.Extent.TAKE : TeamStore.Extent.LOOK),
                    around);
            return ExitCode.OK;
        }
    }
}
