package dev.wadachi.cli;

import dev.wadachi.cli.completion.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// A shell on a pseudo-terminal, into which a test types.
///
/// Its command `wadachi` prints the words that it was given, each between angle brackets.
///
/// @param terminal the pseudo-terminal
record TypedShell(PseudoTerminal terminal) implements AutoCloseable {

    /// Starts one that has read a script.
    static TypedShell start(Shell shell, Path script, Path folder) throws IOException, InterruptedException {
        TypedShell typed =
                new TypedShell(PseudoTerminal.start(command(shell), folder, Map.of("TERM", "dumb", "PS1", "ready> ")));
        typed.type(
                switch (shell) {
                    case BASH, ZSH -> "wadachi() { printf '<%s>' \"$@\"; echo; }\n";
                    case FISH -> "function wadachi; printf '<%s>' $argv; echo; end\n";
                });
        if (shell == Shell.ZSH) {
            typed.type("autoload -Uz compinit; compinit -u -D\n");
        }
        typed.type("source " + script + "; wadachi started\n");
        typed.until("<started>");
        return typed;
    }

    private static String command(Shell shell) {
        return switch (shell) {
            case BASH -> "bash --norc --noprofile -i";
            case ZSH -> "zsh -f -i";
            case FISH -> "fish --no-config -i";
        };
    }

    void type(String text) throws IOException {
        terminal.type(text);
    }

    /// All that was shown, once it holds a text.
    String until(String shown) throws IOException, InterruptedException {
        return terminal.until(shown);
    }

    @Override
    public void close() {
        terminal.close();
    }
}
