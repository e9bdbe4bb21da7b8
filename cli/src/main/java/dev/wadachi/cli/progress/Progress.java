package dev.wadachi.cli.progress;

import dev.wadachi.engine.Listener;

/// Shows a run while it goes on; closing it leaves a clean line behind.
public sealed interface Progress extends Listener, AutoCloseable permits ProgressBlock, ProgressLines, ProgressJson {

    /// What is known of the run so far.
    Account account();

    /// Tells what a stopped run still waits for.
    default void stopping() {
        say(account().stopping());
    }

    /// Prints a line that stays.
    void say(String line);

    @Override
    void close();

    /// The form that suits the terminal.
    ///
    /// @param title what is being run, such as `Demand evaluate`
    static Progress on(Terminal terminal, String title) {
        return switch (terminal.form()) {
            case LIVE -> new ProgressBlock(terminal, title);
            case PLAIN ->
                terminal.err() instanceof JsonStream json ? new ProgressJson(json) : new ProgressLines(terminal);
        };
    }
}
