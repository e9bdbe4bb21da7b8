package dev.wadachi.cli.run;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.UserFrames;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.progress.Progress;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import java.util.Set;

/// Runs goals once.
///
/// @param selection what was asked for
/// @param request the same for the engine
/// @param reused tasks whose newest results were to be taken
/// @param frames tells the user's code from others'
record SingleRun(Selection selection, Request request, Set<String> reused, UserFrames frames) {

    ExitCode run(Session session) {
        if (session.gate().isClosed()
                && session.gate()
                        .refuses(
                                session.wadachi().plan(request).steps(),
                                session.wadachi().store())) {
            return ExitCode.NOT_FOR_PRODUCTION;
        }
        Progress progress = Progress.on(session.terminal(), selection.title());
        session.around().cancellation().means(progress::stopping, session.wadachi()::cancel);
        Report report;
        try (progress) {
            report = session.wadachi().run(session.heard(request, selection, progress));
        }
        if (report.succeeded()
                && session.gate()
                        .refusesResults(report.tasks(), session.wadachi().store())) {
            return ExitCode.NOT_FOR_PRODUCTION;
        }
        return new RunResult(selection, report, reused, progress.account(), frames)
                .print(session.terminal(), session.json());
    }
}
