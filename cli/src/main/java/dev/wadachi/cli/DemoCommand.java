package dev.wadachi.cli;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.run.RunOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// `wadachi demo`: the AI shop's forecast, from the examples.
@CommandLine.Command(
        description = {
            "Forecasts the demand of the AI shop, from daily sales to next weeks' drinks, with every score on the way.",
            "The second time nothing runs again."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi demo", "  wadachi demo --jobs 1"})
final class DemoCommand implements Command {

    private static final Path EXAMPLE = Path.of("examples", "ai-shop");
    private static final Path PIPELINE = Path.of("src", "main", "java", "shop", "Demand.java");

    @Mixin
    private final StoreOption store = new StoreOption();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Override
    public ExitCode run(Surroundings around) {
        Path shop = around.home().resolve(EXAMPLE).toAbsolutePath().normalize();
        if (!Files.isDirectory(shop)) {
            throw new BadInput("the demo needs Wadachi's checkout, but there is no folder " + shop
                    + ": clone the repository and run ./wadachi demo there");
        }
        List<String> words = new ArrayList<>(List.of("run", "Demand", "ladder", "publish"));
        words.addAll(options.words());
        store.location().ifPresent(folder -> words.addAll(List.of("--store", folder)));
        ExitCode code = Cli.run(words, around.in(shop));
        if (code == ExitCode.OK) {
            around.terminal().err().println("""

                    The pipeline is %1$s
                    Go on there:
                      cd %3$s
                      %2$s tasks
                      %2$s why Demand ladder
                      %2$s show Ladder
                    Edit a line of it, and ask why again.""".formatted(
                    shop.resolve(PIPELINE),
                    shop.relativize(around.home().toAbsolutePath().normalize().resolve("wadachi")),
                    shop));
        }
        return code;
    }
}
