package dev.wadachi.cli.store;

import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.json.JsonObject;
import dev.wadachi.remote.Difference;
import dev.wadachi.remote.TeamStore;
import dev.wadachi.store.Sharing;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi store status`: in what the own store and the team's differ.
@CommandLine.Command(
        description =
                "Says in what this machine's store and the team's differ. Costs a request for a thousand objects.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi store status"})
public final class StoreStatusCommand implements Command {

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = Workspace.ofResults(around, store);
        try (TeamStore team = workspace.openBoth(around)) {
            Difference difference = team.compare();
            around.terminal().out().print(json ? json(difference).pretty() : text(difference, workspace, team));
            return ExitCode.OK;
        }
    }

    private static String text(Difference difference, Workspace workspace, TeamStore team) {
        boolean isWritten = workspace.stores().shared().orElseThrow().sharing() == Sharing.WRITE;
        Columns columns = Columns.headed("where", "what", "");
        columns.row("in both", Quantity.count(difference.resultsInBoth(), "result"), "");
        if (difference.different() > 0) {
            columns.row("other there", Quantity.count(difference.different(), "result"), "wadachi store push");
        }
        columns.row(
                "here alone",
                TransferText.of(difference.here()),
                difference.here().isNothing() ? "" : "wadachi store push");
        columns.row(
                "there alone",
                TransferText.of(difference.there()),
                difference.there().isNothing() ? "" : "wadachi store pull");
        return "here   " + workspace.store() + "\n"
                + "there  " + team.describe() + ", " + (isWritten ? "read and written" : "read")
                + (difference.pending() > 0 ? "; " + difference.pending() + " could not be written yet" : "")
                + "\n\n" + columns.text() + "\n";
    }

    private static JsonObject json(Difference difference) {
        return JsonObject.builder()
                .put("both", difference.resultsInBoth())
                .put("different", difference.different())
                .put("here", TransferText.json(difference.here()))
                .put("there", TransferText.json(difference.there()))
                .put("pending", difference.pending())
                .build();
    }
}
