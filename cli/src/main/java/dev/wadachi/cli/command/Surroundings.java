package dev.wadachi.cli.command;

import dev.wadachi.cli.progress.Terminal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What the command finds around it: passed in, so that a test has its own.
///
/// @param command the words of the command line, `wadachi` first
/// @param folder the current folder
/// @param environment the environment's variables
/// @param home the folder that Wadachi was checked out or unpacked to
/// @param terminal where it prints
/// @param today the date that `today` stands for in parameters
/// @param cancellation how the command is stopped
/// @param dialog who can be asked
public record Surroundings(
        List<String> command,
        Path folder,
        Map<String, String> environment,
        Path home,
        Terminal terminal,
        LocalDate today,
        Cancellation cancellation,
        Dialog dialog) {

    /// With nobody to be asked.
    public Surroundings(
            List<String> command,
            Path folder,
            Map<String, String> environment,
            Path home,
            Terminal terminal,
            LocalDate today,
            Cancellation cancellation) {
        this(command, folder, environment, home, terminal, today, cancellation, Dialog.NOBODY);
    }

    /// The same in another folder.
    public Surroundings in(Path another) {
        return new Surroundings(command, another, environment, home, terminal, today, cancellation, dialog);
    }
}
