package dev.wadachi.cli.run;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.Secrets;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.notice.Notices;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.engine.Invocation;
import dev.wadachi.engine.Listener;
import dev.wadachi.engine.Request;

/// What the runs of one command have in common.
///
/// @param wadachi runs them
/// @param gate what may be run and handed out
/// @param notices who is told of them
/// @param around what the command finds around it
/// @param terminal where it prints
/// @param json whether it prints for scripts
record Session(Wadachi wadachi, Gate gate, Notices notices, Surroundings around, Terminal terminal, boolean json) {

    /// A request that says how it was made, and is heard by its progress, by who stops the command, and by who is told
    /// of runs.
    Request heard(Request request, Selection selection, Listener progress) {
        Invocation invocation = new Invocation(
                selection.pipeline(), selection.goals(), selection.parameters(), Secrets.masked(around.command()));
        return request.invocation(invocation)
                .listener(around.cancellation().watching(notices.watching(progress, invocation)));
    }
}
