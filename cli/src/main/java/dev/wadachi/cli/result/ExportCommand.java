package dev.wadachi.cli.result;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExceptionText;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.OutputFile;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.view.KeptFile;
import dev.wadachi.cli.view.KeptTable;
import dev.wadachi.cli.view.TableFile;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.table.Table;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `wadachi export`: a result as a file.
@CommandLine.Command(
        description = {
            "Writes a result to a file: rows as .csv, .parquet, .json (one array) or .jsonl (an object a line),"
                    + " whatever else as it is stored.",
            "A result of several parts becomes a folder."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi export Forecast forecast.csv",
            "  wadachi export 7f3a:Features features.parquet",
            "  wadachi export Train model        a folder with the model's files"
        })
public final class ExportCommand implements Command {

    @Parameters(
            index = "0",
            paramLabel = "<result>",
            description = "A result as ls prints it, a task, or <run>:<task>.")
    private String what = "";

    @Parameters(index = "1", paramLabel = "<file>", description = "Where to; a file that is there is replaced.")
    private Path to = Path.of("");

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = Workspace.ofResults(around, store);
        try (Wadachi wadachi = workspace.open()) {
            Store kept = wadachi.store();
            Recorded recorded = ResultNames.find(what, new KeptNames(kept, workspace, around));
            Optional<Table> rows = rows(recorded, kept);
            if (rows.isPresent()) {
                OutputFile.in(around, to).write(rows.get());
            } else {
                asItIs(recorded, kept, around);
            }
            return ExitCode.OK;
        }
    }

    /// The rows to be written, of a result that has some; a table is never written in a format that nobody named. What
    /// is stored as JSON is that JSON already.
    private Optional<Table> rows(Recorded recorded, Store kept) {
        return switch (TableFile.of(to).orElse(null)) {
            case JSON -> KeptTable.stored(recorded, kept);
            case CSV, PARQUET, JSON_LINES -> KeptTable.of(recorded, kept);
            case null -> KeptTable.stored(recorded, kept);
        };
    }

    private void asItIs(Recorded recorded, Store kept, Surroundings around) {
        Path file = OutputFile.pathOf(to, around);
        try {
            if (!KeptFile.write(recorded.trace().output(), kept, file)) {
                throw new BadInput("the bytes of " + what + " are gone from the store; run its task again");
            }
        } catch (FileAlreadyExistsException e) {
            throw new BadInput("there is a " + file + " already; name a new folder");
        } catch (IOException e) {
            throw new BadInput("cannot write " + file + ": " + ExceptionText.of(e) + "; name a file elsewhere");
        }
        around.terminal().out().println("wrote " + to);
    }
}
