package dev.wadachi.cli.result;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.OutputFile;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.project.AtomicFiles;
import dev.wadachi.cli.view.Exploration;
import dev.wadachi.cli.view.KeptTable;
import dev.wadachi.store.Recorded;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi explore`: a table as a page to look at.
@CommandLine.Command(
        description = {
            "Writes a page of HTML about a table: its columns, missing values, distributions, correlations, and how it"
                    + " went over time; with --target, what goes with that column.",
            "The page stands for itself: nothing is loaded, nothing runs in it."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi explore Features", "  wadachi explore 7f3a:Features --target sales --to report.html"})
public final class ExploreCommand implements Command {

    @Parameters(index = "0", paramLabel = "<table>", description = "A result as ls prints it, a task, or <run>:<task>.")
    private String what = "";

    @Option(names = "--target", paramLabel = "<column>", description = "The column that a model is to predict.")
    private @Nullable String target;

    @Option(names = "--to", paramLabel = "<file>", description = "Where to; <task>.html by default.")
    private @Nullable Path to;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = Workspace.ofResults(around, store);
        try (Wadachi wadachi = workspace.open()) {
            Recorded recorded = ResultNames.find(what, new KeptNames(wadachi.store(), workspace, around));
            Table table = KeptTable.of(recorded, wadachi.store())
                    .orElseThrow(() -> new BadInput(what + " has no rows: it is a "
                            + recorded.trace().codec() + "; look at it with wadachi show"));
            String title = ResultText.label(recorded.trace()) + " of run "
                    + recorded.trace().origin().run().shortText();
            Path named = to == null ? Path.of(recorded.trace().key().task() + ".html") : to;
            write(Exploration.page(title, table, Optional.ofNullable(target)), OutputFile.pathOf(named, around));
            around.terminal().out().println("wrote " + named);
            return ExitCode.OK;
        } catch (TableException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static void write(String page, Path file) {
        try {
            AtomicFiles.replace(file, fresh -> Files.writeString(fresh, page));
        } catch (IOException e) {
            throw new BadInput("cannot write " + file + ": " + e.getMessage() + "; name another file with --to");
        }
    }
}
