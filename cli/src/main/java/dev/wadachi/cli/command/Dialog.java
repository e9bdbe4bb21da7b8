package dev.wadachi.cli.command;

import java.io.Console;
import java.util.Optional;

/// Asks whoever sits at the terminal.
public interface Dialog {

    /// Nobody is there: a script, a pipe, continuous integration.
    Dialog NOBODY = new Dialog() {
        @Override
        public Optional<String> answer(String question) {
            return Optional.empty();
        }

        @Override
        public void tell(String line) {}
    };

    /// What was answered, as it was typed; empty if nobody is there to answer.
    Optional<String> answer(String question);

    /// Says something between two questions.
    void tell(String line);

    /// Whoever started this process, if both its input and its output are a terminal.
    ///
    /// @param before what is done before anything is asked or told
    static Dialog system(Runnable before) {
        return new Dialog() {
            @Override
            public Optional<String> answer(String question) {
                before.run();
                return console().map(console -> console.readLine("%s: ", question));
            }

            @Override
            public void tell(String line) {
                before.run();
                console().ifPresent(console -> console.printf("%s%n", line));
            }
        };
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where the module jdk.internal.le is not there
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
