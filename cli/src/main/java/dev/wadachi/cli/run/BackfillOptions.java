package dev.wadachi.cli.run;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.WholeNumber;
import dev.wadachi.engine.Backfill;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How the runs of a backfill follow each other.
final class BackfillOptions {

    /// Their names, for a command that is to be repeated without them.
    static final List<String> NAMES = List.of("--parallel-runs", "--order", "--stop-after-failure");

    /// Which point comes first, as it is typed.
    enum Order {
        OLDEST,
        NEWEST
    }

    @Option(
            names = "--parallel-runs",
            paramLabel = "<n>",
            converter = WholeNumber.Positive.class,
            description = "Of a range of time, runs at once; 1 by default.")
    private int parallelRuns;

    @Option(
            names = "--order",
            paramLabel = "oldest|newest",
            description = "Of a range of time, which point runs first; the oldest by default.")
    private @Nullable Order order;

    @Option(
            names = "--stop-after-failure",
            description = "Of a range of time, begin no further run once one has failed.")
    private boolean stopAfterFailure;

    /// Refuses what means nothing for a single run.
    void refuseWithoutRange() {
        List<String> given = new ArrayList<>();
        if (parallelRuns > 0) {
            given.add("--parallel-runs");
        }
        if (order != null) {
            given.add("--order");
        }
        if (stopAfterFailure) {
            given.add("--stop-after-failure");
        }
        if (!given.isEmpty()) {
            throw new BadInput(String.join(" and ", given)
                    + " is for the runs over a range of time, and no parameter has one: give one as from..to, such as"
                    + " --week 2021-01-04..2021-08-02");
        }
    }

    Backfill of(List<Backfill.Point> points) {
        Backfill backfill = Backfill.of(points)
                .parallelRuns(Math.max(1, parallelRuns))
                .order(order == Order.NEWEST ? Backfill.Order.NEWEST_FIRST : Backfill.Order.OLDEST_FIRST);
        return stopAfterFailure ? backfill.stopAfterFailure() : backfill;
    }
}
