package dev.wadachi.cli;

/// What a subcommand does with what the user wrote.
interface Command {

    /// Carries it out.
    ///
    /// @throws Exception what went wrong; [Trouble] says how that is told
    ExitCode run(Surroundings around) throws Exception;
}
