/// The commands for data between projects: `publish`, `published`, `withdraw` and `dependents`.
///
/// - [PublishCommand] gives a result a stable name, [PublishedCommand] lists those names and their versions.
/// - [DependentsCommand] says who would notice a change.
@NullMarked
package dev.wadachi.cli.publish;

import org.jspecify.annotations.NullMarked;
