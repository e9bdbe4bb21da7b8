package dev.wadachi.cli.run;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.UserFrames;
import dev.wadachi.cli.explain.MarkText;
import dev.wadachi.cli.explain.ReportText;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.progress.Account;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.TaskResult;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Outcome;
import java.util.List;
import java.util.Set;

/// What a run came to, as it is told when it ends.
///
/// @param selection what was asked for
/// @param report what the engine says
/// @param reused tasks whose newest results were to be taken
/// @param account what was told meanwhile
/// @param frames tells the user's code from others'
record RunResult(Selection selection, Report report, Set<String> reused, Account account, UserFrames frames) {

    ExitCode print(Terminal terminal, boolean json) {
        if (json) {
            terminal.out().print(RunJson.of(selection, report).pretty());
        } else {
            String values = SelectionText.of(selection, (_, goal) -> report.find(goal.task()), terminal.width());
            if (!values.isEmpty()) {
                terminal.out().println(values);
            }
            marks(terminal);
        }
        nothingToReuse(terminal);
        report.failures().forEach(failure -> new FailureReport(failure, account, frames).print(terminal));
        if (!json || !report.succeeded()) {
            terminal.err().println(summary());
        }
        return code();
    }

    private String summary() {
        String told = ReportText.of(report);
        return wasStopped() ? told + "\nstopped; what ran is kept, and the same command goes on from there" : told;
    }

    private ExitCode code() {
        if (report.succeeded()) {
            return ExitCode.OK;
        }
        return wasStopped() ? ExitCode.INTERRUPTED : ExitCode.FAILED;
    }

    /// Tasks were left out, and no failure is the reason.
    private boolean wasStopped() {
        return !report.succeeded() && report.failures().isEmpty();
    }

    private void marks(Terminal terminal) {
        List<TaskResult> marked =
                report.tasks().stream().filter(task -> !task.marks().isEmpty()).toList();
        for (TaskResult task : marked) {
            for (Mark mark : task.marks()) {
                terminal.err().println("note: " + task.label() + " is " + MarkText.of(mark));
            }
        }
    }

    private void nothingToReuse(Terminal terminal) {
        report.tasks().stream()
                .filter(task -> task.outcome() == Outcome.RAN
                        && reused.contains(task.key().task()))
                .forEach(task -> terminal.err()
                        .println("note: nothing was kept of " + task.label()
                                + " that --reuse could take, so it was computed"));
    }
}
