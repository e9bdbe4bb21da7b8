package dev.wadachi.cli.store;

import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.remote.Checked;
import dev.wadachi.remote.Mending;
import dev.wadachi.remote.TeamStore;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi store verify`: reads the whole of the team's store and compares digests.
@CommandLine.Command(
        description = {
            "Reads all results and data in the team's store, and says which bytes are not what their digest says, and what is missing.",
            "Exit code 1 says that something is wrong."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi store verify", "  wadachi store verify --mend"})
public final class StoreVerifyCommand implements Command {

    @Option(names = "--mend", description = "Write again what is damaged or missing there and right here.")
    private boolean mend;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        try (TeamStore team = Workspace.ofResults(around, store).openBoth(around)) {
            TransferProgress progress = new TransferProgress(around.terminal(), "verifying");
            Checked checked = team.check(mend ? Mending.FROM_HERE : Mending.NONE, progress);
            progress.clear();
            return tell(checked, around.terminal().out());
        }
    }

    private ExitCode tell(Checked checked, PrintStream out) {
        boolean isLeft = false;
        for (Checked.Problem problem : checked.problems()) {
            boolean isMended = problem.repair() == Checked.Repair.MENDED;
            isLeft |= !isMended;
            out.println(problem.name() + ": " + problem.what() + (isMended ? "; mended from here" : ""));
        }
        String data = checked.data() > 0 ? " and " + TransferText.ofData(checked.data()) : "";
        out.println(Quantity.count(checked.blobs(), "blob") + " (" + Quantity.ofBytes(checked.bytes()) + ")"
                + (data.isEmpty() ? " and " : ", ") + Quantity.count(checked.results(), "result") + data + " read, "
                + (checked.problems().isEmpty()
                        ? "all of them right"
                        : Quantity.count(checked.problems().size(), "problem")));
        if (isLeft) {
            out.println(
                    mend
                            ? "what is left is not right here either: try it on the machine that computed it"
                            : "to write again what is right here: wadachi store verify --mend");
        }
        return isLeft ? ExitCode.FAILED : ExitCode.OK;
    }
}
