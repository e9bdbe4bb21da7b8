/// The `wadachi` command: from what was typed to a command, and from what it came to an exit code.
///
/// - [Main] is called by the launcher; [Cli] reads a command line and carries it out.
/// - [CommandName] lists the subcommands, which lie in the packages below.
@NullMarked
package dev.wadachi.cli;

import org.jspecify.annotations.NullMarked;
