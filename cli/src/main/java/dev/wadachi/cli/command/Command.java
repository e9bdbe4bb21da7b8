package dev.wadachi.cli.command;

/// What a subcommand does with what the user wrote.
public interface Command {

    /// Carries it out.
    ///
    /// @throws Exception what went wrong, which is told to the user
    ExitCode run(Surroundings around) throws Exception;
}
