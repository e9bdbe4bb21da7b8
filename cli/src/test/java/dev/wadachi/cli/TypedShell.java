package dev.wadachi.cli;

import dev.wadachi.cli.completion.Shell;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A shell on a pseudo-terminal, into which a test types.
///
/// Its command `wadachi` prints the words that it was given, each between angle brackets.
final class TypedShell implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Process process;
    private final Writer keys;
    private final StringBuilder screen = new StringBuilder();

    private TypedShell(Process process) {
        this.process = process;
        this.keys = process.outputWriter(StandardCharsets.UTF_8);
    }

    /// Starts one that has read a script.
    static TypedShell start(Shell shell, Path script, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("script", "-q", "-f", "-e", "-c", command(shell), "/dev/null");
        builder.environment().put("TERM", "dumb");
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("PS1", "ready> ");
        TypedShell typed = new TypedShell(
                builder.directory(folder.toFile()).redirectErrorStream(true).start());
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
        keys.write(text);
        keys.flush();
    }

    /// All that was shown, once it holds a text.
    String until(String shown) throws IOException, InterruptedException {
        long start = System.nanoTime();
        InputStream out = process.getInputStream();
        byte[] bytes = new byte[8192];
        while (screen.indexOf(shown) < 0) {
            if (System.nanoTime() - start > PATIENCE || !process.isAlive()) {
                throw new AssertionError("there was no " + shown + " in:\n" + screen);
            }
            if (out.available() > 0) {
                screen.append(new String(bytes, 0, out.read(bytes), StandardCharsets.UTF_8));
            } else {
                process.waitFor(10, TimeUnit.MILLISECONDS);
            }
        }
        return screen.toString();
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
