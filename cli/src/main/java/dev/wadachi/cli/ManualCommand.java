package dev.wadachi.cli;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.HelpOption;
import dev.wadachi.cli.command.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi man`: manual pages.
@CommandLine.Command(
        description = "Prints the manual page of a command, or of wadachi itself; with --to, writes all pages.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi man run | man -l -",
            "  wadachi man --to ~/.local/share/man/man1    from then on: man wadachi-run"
        })
final class ManualCommand implements Command {

    @Parameters(arity = "0..2", paramLabel = "<command>", description = "Which command, such as run or store push.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--to", paramLabel = "<folder>", description = "Write the pages of all commands there.")
    private @Nullable Path folder;

    @Mixin
    @SuppressWarnings("unused") // picocli adds its option
    private final HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings around) {
        if (folder != null) {
            int pages = write(around.folder().resolve(folder));
            around.terminal().out().println("wrote " + pages + " pages to " + folder);
            return ExitCode.OK;
        }
        around.terminal().out().print(words.isEmpty() ? ManualPage.ofAll() : ManualPage.of(named()));
        return ExitCode.OK;
    }

    private CommandName named() {
        Optional<CommandName> name = CommandName.of(String.join(" ", words));
        return name.orElseThrow(
                () -> new BadInput("there is no command " + String.join(" ", words) + "\nAll of them: wadachi --help"));
    }

    private static int write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("wadachi.1"), ManualPage.ofAll());
            for (CommandName name : CommandName.values()) {
                Files.writeString(folder.resolve(ManualPage.file(name)), ManualPage.of(name));
            }
            return CommandName.values().length + 1;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write manual pages to " + folder, e);
        }
    }
}
