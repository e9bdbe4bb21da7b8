package dev.wadachi.cli.handover;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi check`: what a hand-over still lacks.
@CommandLine.Command(
        description = {
            "Lists what a hand-over still lacks: pages, tests, exact versions, commits, a score with its run; each with "
                    + "its file and the next step.",
            "Ends with code 1 if something is lacking, so that continuous integration can require it."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi check --deliverables", "  wadachi check --deliverables --json"})
public final class CheckCommand implements Command {

    @Option(names = "--deliverables", description = "Look at all that is handed over with a project.")
    private boolean deliverables;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        if (!deliverables) {
            throw new BadInput("say what to check: wadachi check --deliverables");
        }
        Workspace workspace = Workspace.of(around, Optional.empty(), store);
        Path root = workspace.project().root();
        List<Lack> lacks = Stream.of(Pages.lacks(root), Accuracy.lacks(workspace), Code.lacks(root), Build.lacks(root))
                .flatMap(List::stream)
                .toList();
        around.terminal().out().print(json ? json(lacks).pretty() : text(lacks));
        return lacks.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String text(List<Lack> lacks) {
        if (lacks.isEmpty()) {
            return "nothing is lacking\n";
        }
        return lacks.stream()
                        .map(lack -> lack.file() + ": " + lack.what() + "\n    next: " + lack.next() + "\n")
                        .collect(Collectors.joining())
                + Quantity.count(lacks.size(), "deliverable") + " lacking\n";
    }

    private static JsonArray json(List<Lack> lacks) {
        return new JsonArray(List.copyOf(lacks.stream()
                .map(lack -> JsonObject.builder()
                        .put("file", lack.file())
                        .put("lacks", lack.what())
                        .put("next", lack.next())
                        .build())
                .toList()));
    }
}
