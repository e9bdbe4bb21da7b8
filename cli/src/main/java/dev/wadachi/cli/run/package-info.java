/// The commands that bring goals up to date, or say what that would take: `run`, `plan`, `why`, `tasks`, `accept`,
/// `verify` and `reproduce`.
///
/// - [RunCommand] runs goals; [RunResult] is what is printed of it.
/// - [PlanOptions] is what `plan` and `why` share: both plan, and tell it in other words.
/// - [FailureReport] tells what failed, with the user's own frames alone.
@NullMarked
package dev.wadachi.cli.run;

import org.jspecify.annotations.NullMarked;
