package dev.wadachi.cli.data;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.data.Pointer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `wadachi data add`: keeps the bytes of data files, and leaves pointers for Git.
@CommandLine.Command(
        description = {
            "Puts the bytes of a file or folder into the store, and writes a small pointer beside it for Git.",
            "The data itself stays where it is and goes into .gitignore; its bytes are kept from now on."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi data add data/sales.csv", "  git add data/sales.csv.wadachi data/.gitignore"})
public final class DataAddCommand implements Command {

    @Parameters(arity = "1..*", paramLabel = "<file|folder>", description = "What to keep.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) throws IOException {
        try (Wadachi wadachi = Workspace.of(around, Optional.empty(), store).open()) {
            for (Path path : paths) {
                Pointer pointer =
                        wadachi.data().add(around.folder().resolve(path).toAbsolutePath());
                around.terminal()
                        .out()
                        .println("added " + path + " (" + Quantity.count(pointer.files(), "file") + ", "
                                + Quantity.ofBytes(pointer.bytes()) + "); its pointer is " + path + Pointer.ENDING);
            }
            return ExitCode.OK;
        }
    }
}
