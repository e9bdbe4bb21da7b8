/// Shows how a run is coming along: a block that keeps itself up to date on a terminal, lines everywhere else.
///
/// - [Terminal] is where things are printed, and what it can do.
/// - [Progress] listens to a run and shows it.
/// - [Account] is what both forms show: how many tasks are done, and which are running.
///
/// ```java
/// try (Progress progress = Progress.on(terminal, "Demand evaluate")) {
///     Report report = wadachi.run(Request.of(goal).listener(progress));
/// }
/// ```
@NullMarked
package dev.wadachi.cli.progress;

import org.jspecify.annotations.NullMarked;
