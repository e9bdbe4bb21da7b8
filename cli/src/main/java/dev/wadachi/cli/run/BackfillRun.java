package dev.wadachi.cli.run;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.UserFrames;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.progress.BackfillProgress;
import dev.wadachi.engine.Backfill;
import dev.wadachi.engine.BackfillReport;
import dev.wadachi.engine.Request;
import dev.wadachi.engine.TaskResult;
import java.util.ArrayList;
import java.util.List;

/// Runs goals over a range of time, one run for each point.
///
/// @param selection all that was asked for
/// @param points the same by points
/// @param options how the runs follow each other
/// @param request what is the same for all points
/// @param frames tells the user's code from others'
record BackfillRun(Selection selection, Points points, BackfillOptions options, Request request, UserFrames frames) {

    ExitCode run(Session session) {
        Wadachi wadachi = session.wadachi();
        Gate gate = session.gate();
        BackfillProgress progress = new BackfillProgress(
                session.terminal(), selection.title(), points.selections().size());
        session.around().cancellation().means(progress::stopping, wadachi::cancel);
        Backfill backfill = backfill(progress, session);
        if (gate.isClosed() && gate.refuses(wadachi.plan(backfill).steps(), wadachi.store())) {
            return ExitCode.NOT_FOR_PRODUCTION;
        }
        BackfillReport report;
        try (progress) {
            report = wadachi.run(backfill);
        }
        if (report.succeeded() && gate.refusesResults(tasks(report), wadachi.store())) {
            return ExitCode.NOT_FOR_PRODUCTION;
        }
        return new BackfillResult(selection, points, report, progress, frames)
                .print(session.terminal(), session.json());
    }

    private static List<TaskResult> tasks(BackfillReport report) {
        return report.points().stream()
                .flatMap(point -> point.report().stream())
                .flatMap(run -> run.tasks().stream())
                .toList();
    }

    private Backfill backfill(BackfillProgress progress, Session session) {
        List<Backfill.Point> all = new ArrayList<>();
        points.selections().forEach((name, part) -> {
            Request one = session.heard(request.goals(part.tasks()), part, progress.run(name));
            all.add(new Backfill.Point(name, one));
        });
        return options.of(all);
    }
}
