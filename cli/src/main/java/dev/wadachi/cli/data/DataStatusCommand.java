package dev.wadachi.cli.data;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.data.Tracked;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi data status`: how data stands to its pointers.
@CommandLine.Command(
        description = "Says how data stands to its pointers: unchanged, changed, missing, or not in the store.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi data status", "  wadachi data status --json"})
public final class DataStatusCommand implements Command {

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) throws IOException {
        Workspace workspace = Workspace.of(around, Optional.empty(), store);
        try (Wadachi wadachi = workspace.open()) {
            List<Tracked> all = wadachi.data().all();
            print(all, workspace.project().root(), around.terminal().out());
            return ExitCode.OK;
        }
    }

    private void print(List<Tracked> all, Path root, PrintStream out) {
        if (json) {
            out.print(new JsonArray(all.stream()
                            .<dev.wadachi.json.Json>map(each -> json(each, root))
                            .toList())
                    .pretty());
            return;
        }
        Columns columns = Columns.headed("data", "state", "store", "files", "size");
        for (Tracked each : all) {
            columns.row(
                    path(each, root),
                    each.state().name().toLowerCase(Locale.ROOT),
                    each.keeping() == Tracked.Keeping.KEPT ? "kept" : "not here",
                    Long.toString(each.pointer().files()),
                    Quantity.ofBytes(each.pointer().bytes()));
        }
        out.println(columns.isEmpty() ? "no data has a pointer; add some with `wadachi data add`" : columns.text());
    }

    private static JsonObject json(Tracked each, Path root) {
        return JsonObject.builder()
                .put("path", path(each, root))
                .put("state", each.state().name().toLowerCase(Locale.ROOT))
                .put("kept", each.keeping() == Tracked.Keeping.KEPT)
                .put("files", each.pointer().files())
                .put("bytes", each.pointer().bytes())
                .put("digest", each.pointer().digest().hex())
                .build();
    }

    private static String path(Tracked each, Path root) {
        return root.relativize(each.data()).toString().replace('\\', '/');
    }
}
