package dev.wadachi.cli.result;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.OutputFile;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.WholeNumber;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.ValueJson;
import dev.wadachi.cli.view.KeptTables;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableException;
import dev.wadachi.table.Volatile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi sql`: a question to everything that is kept.
@CommandLine.Command(
        description = {
            "Answers a query over everything that is kept.",
            "The newest result of each task is a table by its name; runs, results, parameters and metrics are tables, too."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi sql \"select store, sum(sales) from WeeklySales group by all\"",
            "  wadachi sql 'from \"Features@7f3a\" limit 5'                      as it was in a run",
            "  wadachi sql 'from \"Score(algorithm=ridge)\"'                     with these parameters",
            "  wadachi sql 'select algorithm, avg(mae) from \"Score(*)\" group by all'   all points of a sweep",
            "  wadachi sql \"from runs join metrics using (run)\" --to metrics.csv"
        })
public final class SqlCommand implements Command {

    @Parameters(index = "0", paramLabel = "<query>", description = "A query in DuckDB's SQL.")
    private String query = "";

    @Option(
            names = "--limit",
            paramLabel = "<n>",
            converter = WholeNumber.NotNegative.class,
            description = "Print at most so many rows; 100 by default.")
    private int limit = 100;

    @Option(
            names = "--to",
            paramLabel = "<file>",
            description = "Write all rows to a file instead: .csv, .parquet, .json or .jsonl.")
    private @Nullable Path to;

    @Option(names = "--json", description = "Print the rows as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = Workspace.ofResults(around, store);
        try (Wadachi wadachi = workspace.open()) {
            KeptNames names = new KeptNames(wadachi.store(), workspace, around);
            KeptTables tables = new KeptTables(wadachi.store(), task -> names.older(task::equalsIgnoreCase));
            Table answer = Table.query(query, tables, Volatile.ALLOWED);
            if (to != null) {
                OutputFile.in(around, to).write(answer);
            } else if (json) {
                around.terminal().out().print(ValueJson.rows(answer, limit).pretty());
            } else {
                around.terminal()
                        .out()
                        .print(answer.show(limit, around.terminal().width()));
            }
            tables.remarks().forEach(remark -> around.terminal().err().println("note: " + remark));
            return ExitCode.OK;
        } catch (TableException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }
}
