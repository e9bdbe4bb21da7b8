package dev.wadachi.cli.explain;

import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.Report;
import dev.wadachi.store.Outcome;
import java.util.ArrayList;
import java.util.List;

/// What a run came to, in a line.
public final class ReportText {

    private ReportText() {}

    /// `3 ran, 9 up to date, 0 failed in 4.2 s (run 7f3a)`, or that there was nothing to do.
    public static String of(Report report) {
        long hits = report.count(Outcome.HIT);
        if (hits == report.tasks().size()) {
            return "nothing to do: " + hits + " up to date";
        }
        List<String> parts = new ArrayList<>(List.of(
                report.count(Outcome.RAN) + " ran", hits + " up to date", report.count(Outcome.FAILED) + " failed"));
        if (report.count(Outcome.SKIPPED) > 0) {
            parts.add(report.count(Outcome.SKIPPED) + " skipped");
        }
        return String.join(", ", parts) + " in " + Quantity.of(report.wall()) + " (run " + shortRun(report) + ")";
    }

    private static String shortRun(Report report) {
        return report.run().substring(Math.max(0, report.run().length() - 4));
    }
}
