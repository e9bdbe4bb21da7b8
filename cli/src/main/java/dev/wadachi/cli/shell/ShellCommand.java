package dev.wadachi.cli.shell;

import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi shell`: jshell, with the project in it.
@CommandLine.Command(
        description = {
            "Opens jshell with the project's classes, its pipelines as values, and `wadachi`, which runs their goals.",
            "What comes through a pipe is carried out without asking for more; the first snippet that fails ends it."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi shell",
            "  wadachi shell Shop.java",
            "  echo 'wadachi.run(demand.evaluate())' | wadachi shell",
            "  wadachi shell --class-path                for a notebook's kernel, or another tool"
        })
public final class ShellCommand implements Command {

    @Parameters(arity = "0..1", paramLabel = "<File.java>", description = "A single file; else the project.")
    private @Nullable Path file;

    @Option(
            names = "--class-path",
            description = "Print what snippets see and leave: Wadachi's jars, the project's classes and libraries.")
    private boolean classPath;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) throws Exception {
        Workspace workspace = Workspace.of(around, Optional.ofNullable(file), store);
        Beginning beginning = Beginning.of(workspace, store.location(around.folder()), store.profile(), around.today());
        if (classPath) {
            around.terminal().out().println(beginning.classPathText());
            return ExitCode.OK;
        }
        if (isTyped()) {
            return new TypedShell(beginning, around.terminal()).run();
        }
        String snippets = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        return new PipedShell(beginning, around.terminal()).carryOut(snippets);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where the module jdk.internal.le is not there
    private static boolean isTyped() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
