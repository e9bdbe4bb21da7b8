/// Opens jshell with a project's classes, imports and values, and carries out snippets that come through a pipe.
///
/// - [ShellCommand] is `wadachi shell`.
/// - [Beginning] is what every session begins with: class path, imports, values.
/// - [Agent] runs the snippets, in a JVM of its own, and shows what jshell would show in one line.
///
/// Snippets are compiled here and run there, as the JDK's own `jshell` does it, so that one that never ends can be
/// stopped and one that exits ends nothing else. What jshell asks for goes to that JVM through the interface that the
/// JDK has for this ([AgentProvider]).
///
/// ```java
/// Beginning beginning = Beginning.of(workspace, store.location(around.folder()), today);
/// new PipedShell(beginning, around.terminal()).carryOut("wadachi.run(demand.evaluate())");
/// ```
@NullMarked
package dev.wadachi.cli.shell;

import org.jspecify.annotations.NullMarked;
