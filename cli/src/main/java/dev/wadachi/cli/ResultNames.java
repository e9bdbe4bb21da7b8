package dev.wadachi.cli;

import dev.wadachi.cli.project.Suggestion;
import dev.wadachi.cli.view.KeptResults;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import java.util.List;
import java.util.Optional;

/// Finds the result that a user names: by what `wadachi ls Train` prints, by a task's name (its newest result), or as
/// `<run>:<task>`.
final class ResultNames {

    private ResultNames() {}

    /// The newest result that is meant.
    ///
    /// @throws BadInput if there is none
    static Recorded find(String text, Store store) {
        return search(text, store)
                .orElseThrow(
                        () -> new BadInput(
                                TaskLog.hasFailed(text, store)
                                        ? "there is no result " + text + ", for it failed; its log says why: "
                                                + NextCommand.of("wadachi", "log", text)
                                                        .text()
                                        : "there is no result " + text + suggestion(text, store)
                                                + "\nA result is named as `wadachi ls <task>` prints it, by its task, or as <run>:<task>."));
    }

    static Optional<Recorded> search(String text, Store store) {
        int colon = text.contains("/") ? -1 : text.indexOf(':');
        return colon > 0
                ? ofRun(text.substring(0, colon), text.substring(colon + 1), store)
                : KeptResults.newest(text, store);
    }

    /// The result that a task had in a run, computed there or found there.
    static Optional<Recorded> ofRun(String run, String task, Store store) {
        RunRecord found = store.runs().find(run).orElseThrow(() -> new BadInput("there is no run " + run));
        return KeptResults.ofRun(found, task, store);
    }

    /// What a message adds about a task that nothing is kept of.
    static String suggestion(String text, Store store) {
        return Suggestion.of(text, List.copyOf(store.traces().tasks()));
    }
}
