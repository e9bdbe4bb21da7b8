package dev.wadachi.cli.data;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.data.FileChange;
import dev.wadachi.data.Tracked;
import dev.wadachi.data.TrackedData;
import dev.wadachi.store.FileRead;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `wadachi data diff`: what changed since data was added.
@CommandLine.Command(
        description = {
            "Lists files that were added, removed or changed since the data was added; of tables, rows as well.",
            "The exit code is 1 if there is any."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi data diff", "  wadachi data diff data/sales.csv"})
public final class DataDiffCommand implements Command {

    @Parameters(arity = "0..*", paramLabel = "<path>", description = "Only these.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) throws IOException {
        Workspace workspace = Workspace.of(around, Optional.empty(), store);
        try (Wadachi wadachi = workspace.open()) {
            TrackedData data = wadachi.data();
            List<Tracked> named = new ArrayList<>();
            for (Path path : paths) {
                named.add(data.find(around.folder().resolve(path).toAbsolutePath()));
            }
            PrintStream out = around.terminal().out();
            boolean changed = false;
            for (Tracked each : paths.isEmpty() ? data.all() : named) {
                if (each.state() != Tracked.State.UNCHANGED) {
                    print(each, data, workspace.project().root(), out);
                    changed = true;
                }
            }
            if (!changed) {
                out.println("nothing changed");
            }
            return changed ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    private static void print(Tracked each, TrackedData data, Path root, PrintStream out) throws IOException {
        String path = root.relativize(each.data()).toString().replace('\\', '/');
        for (FileChange change : data.changes(each)) {
            String file = each.pointer().kind() == FileRead.Kind.FILE ? path : path + "/" + change.path();
            out.println(change.kind().name().toLowerCase(Locale.ROOT) + " " + file + "  "
                    + Quantity.ofBytes(change.before()) + " → " + Quantity.ofBytes(change.after()));
        }
        if (each.pointer().kind() == FileRead.Kind.FILE && each.state() == Tracked.State.CHANGED) {
            rows(each, data).ifPresent(out::println);
        }
    }

    /// Of CSV and Parquet files whose columns are the same.
    private static Optional<String> rows(Tracked each, TrackedData data) throws IOException {
        String name = each.pointer().path().toLowerCase(Locale.ROOT);
        boolean isCsv = name.endsWith(".csv") || name.endsWith(".tsv");
        if (!isCsv && !name.endsWith(".parquet")) {
            return Optional.empty();
        }
        try {
            Path kept = data.kept(each.pointer());
            Table before = isCsv ? Table.csv(kept) : Table.parquet(kept);
            Table after = isCsv ? Table.csv(each.data()) : Table.parquet(each.data());
            if (!before.schema().equals(after.schema())) {
                return Optional.of("  columns: " + before.schema() + " → " + after.schema());
            }
            Map<String, Table> tables = Map.of("before", before, "after", after);
            long removed =
                    Table.query("from before except all from after", tables).rows();
            long added =
                    Table.query("from after except all from before", tables).rows();
            return Optional.of("  rows: " + Quantity.count(added, "row") + " added, " + removed + " removed, "
                    + after.rows() + " in all");
        } catch (TableException notATable) {
            return Optional.of("  not to be read as a table: " + notATable.getMessage());
        }
    }
}
