package dev.wadachi.cli;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.store.Store;
import dev.wadachi.store.TraceId;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `wadachi forget`: results that shall not be hits any more, though nothing is wrong with them.
@CommandLine.Command(
        description =
                "Forgets all results of a task: the next run computes them anew. The trash keeps them for a week.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi forget Train"})
final class ForgetCommand implements Command {

    @Parameters(index = "0", paramLabel = "<task>", description = "A task's name.")
    private String task = "";

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        try (Wadachi wadachi = Workspace.ofResults(around, store).open()) {
            Store kept = wadachi.store();
            List<TraceId> forgotten = kept.traces().forget(task);
            if (forgotten.isEmpty()) {
                throw new BadInput("nothing is kept of a task " + task + ResultNames.suggestion(task, kept));
            }
            around.terminal().out().println("forgot " + Quantity.count(forgotten.size(), "result") + " of " + task);
            return ExitCode.OK;
        }
    }
}
