package dev.wadachi.cli.result;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.cli.view.Sizes;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi du`: which results take how much room.
@CommandLine.Command(
        description = {
            "Says how much room results take: by task, by the run that computed them, or by model.",
            "Bytes that several results share lie in the store once, and count once in each group that has them."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi du", "  wadachi du --by run", "  wadachi du --by model --json"})
public final class SizeCommand implements Command {

    /// What results are put together by.
    enum By {
        TASK,
        RUN,
        MODEL
    }

    @Option(names = "--by", paramLabel = "<task|run|model>", description = "What to add up; tasks by default.")
    private By by = By.TASK;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        try (Wadachi wadachi = Workspace.ofResults(around, store).open()) {
            Sizes sizes = Sizes.by(group(wadachi.store()), wadachi.store());
            if (json) {
                around.terminal().out().print(json(sizes).pretty());
            } else {
                print(sizes, around.terminal());
            }
            return ExitCode.OK;
        }
    }

    /// Other projects on the store take room as well; their tasks may be called alike.
    private Function<Recorded, Optional<String>> group(Store kept) {
        return switch (by) {
            case TASK ->
                recorded -> {
                    Trace trace = recorded.trace();
                    String of = kept.otherProject(trace.origin().project())
                            .map(project -> " of project " + project)
                            .orElse("");
                    return Optional.of(trace.key().task() + of);
                };
            case RUN -> recorded -> Optional.of(recorded.trace().origin().run().text());
            case MODEL ->
                recorded -> Optional.of(ResultText.label(recorded.trace()))
                        .filter(_ -> recorded.trace().codec().equals("model"));
        };
    }

    private void print(Sizes sizes, Terminal terminal) {
        if (sizes.groups().isEmpty()) {
            terminal.out().println(by == By.MODEL ? "no models" : "no results");
            return;
        }
        Columns columns = Columns.headed(by.name().toLowerCase(Locale.ROOT), "results", "size");
        sizes.groups()
                .forEach(group -> columns.row(
                        ResultText.onALine(group.name()),
                        Integer.toString(group.results()),
                        Quantity.ofBytes(group.bytes())));
        columns.row("together", Integer.toString(sizes.results()), Quantity.ofBytes(sizes.bytes()));
        columns.lines(terminal.width()).forEach(terminal.out()::println);
    }

    private static JsonObject json(Sizes sizes) {
        return JsonObject.builder()
                .put("results", sizes.results())
                .put("bytes", sizes.bytes())
                .put(
                        "groups",
                        new JsonArray(sizes.groups().stream()
                                .<Json>map(group -> JsonObject.builder()
                                        .put("name", group.name())
                                        .put("results", group.results())
                                        .put("bytes", group.bytes())
                                        .build())
                                .toList()))
                .build();
    }
}
