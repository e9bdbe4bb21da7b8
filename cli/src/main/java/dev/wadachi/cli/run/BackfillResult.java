package dev.wadachi.cli.run;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.UserFrames;
import dev.wadachi.cli.explain.MarkText;
import dev.wadachi.cli.goal.Combination;
import dev.wadachi.cli.goal.Goal;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.progress.BackfillProgress;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.engine.BackfillReport;
import dev.wadachi.engine.Failure;
import dev.wadachi.engine.PointReport;
import dev.wadachi.engine.Report;
import dev.wadachi.store.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a backfill came to, as it is told when it ends: the values, then the points that failed, then its runs and its
/// tasks in numbers.
///
/// @param selection all that was asked for
/// @param points the same by points
/// @param report what the engine says
/// @param progress what was told meanwhile
/// @param frames tells the user's code from others'
record BackfillResult(
        Selection selection, Points points, BackfillReport report, BackfillProgress progress, UserFrames frames) {

    private static final int MOST_FAILURES = 20;

    ExitCode print(Terminal terminal, boolean json) {
        if (json) {
            terminal.out().print(BackfillJson.of(this).pretty());
        } else {
            String values = SelectionText.of(selection, this::value, terminal.width());
            if (!values.isEmpty()) {
                terminal.out().println(values);
            }
            marks(terminal);
        }
        failures(terminal);
        if (!json || !report.succeeded()) {
            summary().forEach(terminal.err()::println);
        }
        return code();
    }

    Optional<?> value(Combination combination, Goal goal) {
        Map<String, PointReport> byName = new HashMap<>();
        report.points().forEach(point -> byName.put(point.point(), point));
        return Optional.ofNullable(byName.get(combination.parameters().get(points.parameter())))
                .flatMap(point -> point.find(goal.task()));
    }

    private void marks(Terminal terminal) {
        report.points().stream()
                .flatMap(point -> point.report().stream())
                .flatMap(run -> run.tasks().stream())
                .flatMap(
                        task -> task.marks().stream().map(mark -> "note: " + task.label() + " is " + MarkText.of(mark)))
                .distinct()
                .forEach(terminal.err()::println);
    }

    /// The first in full, the others in a line: they often have one cause.
    private void failures(Terminal terminal) {
        List<PointReport> failed = report.with(PointReport.State.FAILED);
        for (PointReport point : failed.subList(0, Math.min(MOST_FAILURES, failed.size()))) {
            String headline = terminal.red(point.point() + " failed") + " (run " + run(point) + "):";
            Optional<Failure> failure = firstFailure(point);
            if (failure.isPresent() && point == failed.getFirst()) {
                terminal.err().println(headline);
                new FailureReport(failure.get(), progress.account(point.point()), frames).print(terminal);
            } else {
                terminal.err()
                        .println(headline + " "
                                + failure.map(BackfillResult::line).orElse(""));
            }
            terminal.err().println("  again: " + points.run(point.point()).text());
        }
        if (failed.size() > MOST_FAILURES) {
            terminal.err().println("… and " + Quantity.count(failed.size() - MOST_FAILURES, "more point") + " failed");
        }
    }

    static Optional<Failure> firstFailure(PointReport point) {
        return point.report().flatMap(run -> run.failures().stream().findFirst());
    }

    private static String line(Failure failure) {
        return failure.label() + ": "
                + failure.told().getFirst().lines().findFirst().orElse("");
    }

    private static String run(PointReport point) {
        String id = point.report().map(Report::run).orElse("");
        return id.substring(Math.max(0, id.length() - 4));
    }

    /// Runs and tasks are told apart: fifty runs may share a task, and one run has many.
    private List<String> summary() {
        int upToDate = report.count(PointReport.State.UP_TO_DATE);
        if (upToDate == report.points().size()) {
            return List.of("nothing to do: all " + Quantity.count(upToDate, "point") + " up to date");
        }
        List<String> runs = new ArrayList<>(List.of(
                report.count(PointReport.State.DONE) + " done", report.count(PointReport.State.FAILED) + " failed"));
        add(report.count(PointReport.State.STOPPED), "stopped", runs);
        add(report.count(PointReport.State.NOT_STARTED), "not started", runs);
        List<String> tasks = new ArrayList<>(List.of(
                report.count(Outcome.RAN) + " ran",
                report.count(Outcome.HIT) + " up to date",
                report.count(Outcome.FAILED) + " failed"));
        add(report.count(Outcome.SKIPPED), "skipped", tasks);
        List<String> lines = new ArrayList<>();
        lines.add("runs:  " + String.join(", ", runs)
                + (upToDate > 0 ? "; " + Quantity.count(upToDate, "point") + " up to date before" : ""));
        lines.add("tasks: " + String.join(", ", tasks) + " in " + Quantity.of(report.wall()));
        if (report.end() == BackfillReport.End.CANCELLED) {
            lines.add("stopped; what ran is kept, and the same command goes on from there");
        }
        return lines;
    }

    private static void add(long count, String word, List<String> parts) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    private ExitCode code() {
        if (report.succeeded()) {
            return ExitCode.OK;
        }
        return report.end() == BackfillReport.End.CANCELLED ? ExitCode.INTERRUPTED : ExitCode.FAILED;
    }
}
