package dev.wadachi.cli.progress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What is typed while a command shows something: single keys where the terminal lets them through, which `stty` is
/// asked for on POSIX systems; elsewhere lines, once Enter is pressed.
///
/// Open for as long as keys are waited for; then the terminal is again as it was. A signal that ends the process has
/// the command's thread interrupted first, so that this is closed, too; `kill -9` alone leaves it as it is.
public final class Keys implements AutoCloseable {

    private static final Path TERMINAL = Path.of("/dev/tty");

    /// How the terminal was, as `stty` writes it for itself; empty where it was left alone.
    private final Optional<String> before;

    private Keys(Optional<String> before) {
        this.before = before;
    }

    /// From now on keys come one by one, if the terminal can do that, and are not shown. Ctrl-C is what it always is.
    public static Keys open() {
        Optional<String> before = stty("-g").filter(state -> !state.isEmpty());
        before.ifPresent(_ -> stty("-icanon", "-echo"));
        return new Keys(before);
    }

    /// Whether Enter is not needed.
    public boolean areSingle() {
        return before.isPresent();
    }

    /// Whether this key was typed since the last time. Waits for nothing.
    public boolean typed(char key) throws IOException {
        while (System.in.available() > 0) {
            if (System.in.read() == key) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        before.ifPresent(Keys::stty);
    }

    /// What `stty` says of the terminal; empty if there is none, or no `stty`.
    private static Optional<String> stty(String... words) {
        if (!Files.isReadable(TERMINAL)) {
            return Optional.empty();
        }
        String[] command = new String[words.length + 1];
        command[0] = "stty";
        System.arraycopy(words, 0, command, 1, words.length);
        try {
            Process stty = new ProcessBuilder(command)
                    .redirectInput(TERMINAL.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return awaitedEnd(stty) == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /// Ends within milliseconds; whoever is interrupted meanwhile still wants the terminal as it was.
    private static int awaitedEnd(Process process) {
        boolean interrupted = false;
        while (true) {
            try {
                int code = process.waitFor();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return code;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
    }
}
