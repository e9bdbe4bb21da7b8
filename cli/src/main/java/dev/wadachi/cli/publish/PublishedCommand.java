package dev.wadachi.cli.publish;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi published`: what projects offer each other.
@CommandLine.Command(
        description = "Lists what is published in the store, by all projects; with a name, all of its versions.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi published", "  wadachi published shop/forecast", "  wadachi published --json"})
public final class PublishedCommand implements Command {

    @Parameters(arity = "0..1", paramLabel = "<team/name>", description = "List the versions of this name.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        try (Wadachi wadachi = Workspace.ofResults(around, store).open()) {
            Store kept = wadachi.store();
            List<Publication> versions = name == null
                    ? newest(kept)
                    : PublishedNames.versions(name, kept).reversed();
            if (json) {
                around.terminal()
                        .out()
                        .print(new JsonArray(versions.stream()
                                        .<Json>map(version -> PublishedText.json(version, kept))
                                        .toList())
                                .pretty());
                return ExitCode.OK;
            }
            Columns columns = PublishedText.columns(versions, kept);
            around.terminal()
                    .out()
                    .println(
                            columns.isEmpty()
                                    ? "nothing is published; see `wadachi publish --help`"
                                    : columns.text(around.terminal().width()));
            return ExitCode.OK;
        }
    }

    /// Of each name the version that readers get, or the last one where none stands.
    private static List<Publication> newest(Store kept) {
        return kept.publications().names().stream()
                .flatMap(each -> kept
                        .publications()
                        .newest(each)
                        .or(() -> kept.publications().versions(each).reversed().stream()
                                .findFirst())
                        .stream())
                .toList();
    }
}
