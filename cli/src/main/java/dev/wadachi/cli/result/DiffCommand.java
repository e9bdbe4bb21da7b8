package dev.wadachi.cli.result;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.view.Difference;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.table.TableException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi diff`: how two results differ.
@CommandLine.Command(
        description = {
            "Says how two results differ: of tables the columns, the rows and the distributions, of JSON the members.",
            "With --key, rows are matched by these columns, and changed values are told apart from new and lost rows."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi diff 7f3a:Features 85c4:Features",
            "  wadachi diff 7f3a:Features Features --key store,item,week",
            "  wadachi diff 8b6035a47a7b ca98d1e9a4b5"
        })
public final class DiffCommand implements Command {

    @Parameters(
            index = "0",
            paramLabel = "<before>",
            description = "A result as ls prints it, a task, or <run>:<task>.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "<after>", description = "Another.")
    private String after = "";

    @Option(
            names = "--key",
            split = ",",
            paramLabel = "<column>",
            description = "The columns that say which rows are the same row.")
    private @Nullable List<String> key;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = Workspace.ofResults(around, store);
        try (Wadachi wadachi = workspace.open()) {
            Store kept = wadachi.store();
            KeptNames names = new KeptNames(kept, workspace, around);
            Recorded one = ResultNames.find(before, names);
            Recorded other = ResultNames.find(after, names);
            Difference difference = difference(one, other, kept);
            DifferenceText text = new DifferenceText(one, other);
            if (json) {
                around.terminal().out().print(text.json(difference).pretty());
            } else {
                text.lines(difference).forEach(around.terminal().out()::println);
            }
            return ExitCode.OK;
        }
    }

    private Difference difference(Recorded one, Recorded other, Store kept) {
        try {
            return Difference.between(one, other, key == null ? List.of() : key, kept);
        } catch (TableException | IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }
}
