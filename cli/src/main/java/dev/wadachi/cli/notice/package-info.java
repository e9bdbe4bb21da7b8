/// Notices: who is told, away from the terminal, of runs that finished, failed or take long.
///
/// `wadachi.toml` names receivers, each a webhook or a channel of Slack's. Nobody waits for them: a receiver that does
/// not answer is warned of, and changes nothing about the run. Start with [Receiver], [Notice] and [Notices].
///
/// ```java
/// try (Notices notices = Notices.of(project, around, terminal)) {
///     wadachi.run(request.listener(notices.watching(progress, invocation)));
/// }
/// ```
@NullMarked
package dev.wadachi.cli.notice;

import org.jspecify.annotations.NullMarked;
