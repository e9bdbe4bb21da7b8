package dev.wadachi.cli.result;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.project.Suggestion;
import dev.wadachi.cli.view.KeptResults;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunId;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import java.util.List;
import java.util.Optional;

/// Finds the result that a user names: by what `wadachi ls Train` prints, by a task's name, with its parameters where
/// it has several (the result that the newest run with it had), or as `<run>:<task>`.
///
/// A task that was renamed is known by both names ([KeptNames]). What a command is told about is never guessed: a name
/// that several results have is refused, with a name for each that is its alone.
final class ResultNames {

    private static final int MOST_CANDIDATES = 20;

    private ResultNames() {}

    /// The result that is meant.
    ///
    /// @throws BadInput if there is none, or more than one
    static Recorded find(String text, KeptNames names) {
        Store store = names.store();
        String kept = names.of(text);
        List<Recorded> meant = all(kept, store);
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        throw new BadInput(meant.isEmpty() ? missing(text, store) : ambiguous(kept, meant, store));
    }

    /// Every result that may be meant, newest first.
    static List<Recorded> all(String text, Store store) {
        int colon = colon(text);
        return colon > 0
                ? KeptResults.ofRun(run(text.substring(0, colon), store), text.substring(colon + 1), store)
                : KeptResults.named(text, store);
    }

    /// Where a run's name ends that stands before a task's; a parameter's value may hold a colon, too.
    static int colon(String text) {
        int parameters = text.indexOf('(');
        int colon = text.indexOf(':');
        return parameters >= 0 && parameters < colon ? -1 : colon;
    }

    /// What a message adds about a task that nothing is kept of.
    static String suggestion(String text, Store store) {
        return Suggestion.of(text, List.copyOf(store.traces().tasks()));
    }

    private static RunRecord run(String name, Store store) {
        return store.runs().find(name).orElseThrow(() -> new BadInput("there is no run " + name));
    }

    private static String missing(String text, Store store) {
        return TaskLog.hasFailed(text, store)
                ? "there is no result " + text + ", for it failed; its log says why: "
                        + NextCommand.of("wadachi", "log", text).text()
                : "there is no result " + text + suggestion(text, store)
                        + "\nA result is named as `wadachi ls <task>` prints it, by its task, or as <run>:<task>.";
    }

    private static String ambiguous(String text, List<Recorded> meant, Store store) {
        Columns columns = Columns.plain();
        meant.stream().limit(MOST_CANDIDATES).forEach(recorded -> columns.row(row(recorded, store)));
        String more = meant.size() > MOST_CANDIDATES ? "\n  … and " + (meant.size() - MOST_CANDIDATES) + " more" : "";
        return text + " names " + meant.size() + " results; say which, by the first column:\n" + columns.text() + more;
    }

    private static List<String> row(Recorded recorded, Store store) {
        Trace trace = recorded.trace();
        String name = nameOf(recorded, store);
        String label = KeptResults.label(trace);
        return List.of(
                "  " + NextCommand.quoted(name),
                (name.endsWith(label) ? "" : label + ", ") + "computed "
                        + Quantity.of(trace.origin().started()));
    }

    /// A name that this result alone has: the run that computed it knows one result for each key.
    private static String nameOf(Recorded recorded, Store store) {
        Trace trace = recorded.trace();
        String label = KeptResults.label(trace);
        Optional<RunRecord> run = store.runs().find(trace.origin().run().text());
        if (run.isEmpty()) {
            return recorded.id().text();
        }
        boolean isOnlyOne = KeptResults.ofRun(run.get(), label, store).size() == 1;
        return runName(run.get().id(), store) + ":"
                + (isOnlyOne ? label : trace.key().digest().shortHex());
    }

    /// The four last digits, unless they mean another run, too.
    private static String runName(RunId run, Store store) {
        boolean isMeant = store.runs()
                .find(run.shortText())
                .filter(found -> found.id().equals(run))
                .isPresent();
        return isMeant ? run.shortText() : run.text();
    }
}
