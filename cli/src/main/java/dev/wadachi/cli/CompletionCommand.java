package dev.wadachi.cli;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.HelpOption;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.completion.ProjectWords;
import dev.wadachi.cli.completion.Shell;
import dev.wadachi.cli.completion.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi completion`: what a shell reads once, so that the tab key knows commands, goals, parameters and results.
@CommandLine.Command(
        description =
                "Prints what a shell reads once to complete words; with --refresh, looks for a project's words now.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi completion fish > ~/.config/fish/completions/wadachi.fish",
            "  source <(wadachi completion bash)          in ~/.bashrc",
            "  source <(wadachi completion zsh)           in ~/.zshrc, after compinit"
        })
final class CompletionCommand implements Command {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "bash|zsh|fish",
            completionCandidates = Shells.class,
            description = "Which shell; after --refresh, a single source file.")
    private @Nullable String word;

    /// The shells that there are.
    static final class Shells implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Shell.values()).map(Shell::word).iterator();
        }
    }

    @Option(
            names = "--refresh",
            description = "Write down the project's pipelines, goals, parameters and tasks. The scripts do so by"
                    + " themselves where a source is newer.")
    private boolean refresh;

    @Mixin
    @SuppressWarnings("unused") // picocli adds its option
    private final HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings around) {
        if (refresh) {
            refresh(around);
            return ExitCode.OK;
        }
        Shell shell = Optional.ofNullable(word)
                .flatMap(Shell::of)
                .orElseThrow(() -> new BadInput("name the shell: bash, zsh or fish"));
        around.terminal().out().print(shell.script(Vocabulary.words()));
        return ExitCode.OK;
    }

    /// The store is written down first: where the sources do not compile, the tab key must not wait for them each time.
    private void refresh(Surroundings around) {
        Optional<Path> file = Optional.ofNullable(word).map(Path::of);
        Workspace workspace = Workspace.of(around, file, new StoreOption());
        Path root = workspace.project().root();
        try {
            ProjectWords.keep(
                    root, file, List.of(new Word.Store(workspace.store().toString())));
            ProjectWords.keep(root, file, ProjectWords.of(workspace.project(), workspace.store()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the words for completion in " + root, e);
        }
    }
}
