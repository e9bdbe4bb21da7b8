package dev.wadachi.cli.store;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.remote.TeamStore;
import dev.wadachi.store.Roots;
import dev.wadachi.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// `wadachi gc`: takes away what no kept run needs.
@CommandLine.Command(
        description = {
            "Says what no kept run needs, and with --apply moves it to the trash, where it stays for 7 days.",
            "Nothing younger than 24 hours is touched."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi gc",
            "  wadachi gc --apply --keep-runs 10 --keep-days 7",
            "  wadachi gc --keep-tags --free 20GB"
        })
public final class CollectCommand implements Command {

    @Mixin
    private final RetentionOptions options = new RetentionOptions();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = Workspace.ofResults(around, store);
        try (Wadachi wadachi = workspace.open()) {
            Store kept = wadachi.store();
            Roots roots = options.roots(kept.runs(), workspace.project());
            if (options.isApplied()) {
                // Named by its folder, a team's store is collected like any other; but others believe what they know.
                TeamStore.announceCollection(workspace.store());
            }
            options.tell(
                    options.isApplied()
                            ? kept.collect(options.retention(), roots)
                            : kept.collectable(options.retention(), roots),
                    around);
            return ExitCode.OK;
        }
    }
}
