/// What every command is made of: what it is given, what it answers, and how bad input is told.
///
/// - [Command] is what a subcommand does; [ExitCode] is what a script reads of it.
/// - [Surroundings] are the folder, the environment and the terminal that it runs in.
/// - [Workspace] is the project and the store that it works on, [BadInput] what the user has to mend.
@NullMarked
package dev.wadachi.cli.command;

import org.jspecify.annotations.NullMarked;
