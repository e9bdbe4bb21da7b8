package dev.wadachi.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One backfill under way: so many threads, each of which runs the next point until none is left.
final class Backfilling {

    private final Backfill backfill;
    private final Stopping stopping;
    private final Function<Backfill.Point, Report> run;
    private final Deque<Backfill.Point> waiting = new ArrayDeque<>();
    private final Map<String, PointReport> ended = new ConcurrentHashMap<>();
    private @Nullable Throwable broken;

    /// @param run runs one point
    Backfilling(Backfill backfill, Stopping stopping, Function<Backfill.Point, Report> run) {
        this.backfill = backfill;
        this.stopping = stopping;
        this.run = run;
    }

    /// Runs every point that is not up to date; returns when none is under way.
    ///
    /// @param before what there was
    /// @param values reads the values of goals that are up to date
    /// @throws RuntimeException of the first run that could not be carried out or recorded
    BackfillReport run(BackfillPlan before, Function<BackfillPlan.Point, PointReport> values) {
        long began = System.nanoTime();
        Map<String, BackfillPlan.Point> there = before.points().stream()
                .filter(Backfilling::isThere)
                .collect(Collectors.toMap(BackfillPlan.Point::name, Function.identity()));
        for (Backfill.Point point : backfill.inOrder()) {
            BackfillPlan.Point found = there.get(point.name());
            if (found == null || isVerified(point)) {
                waiting.add(point);
            } else {
                ended.put(point.name(), values.apply(found));
            }
        }
        await(start());
        rethrow(broken);
        List<PointReport> points = backfill.points().stream()
                .map(point -> ended.getOrDefault(point.name(), PointReport.notStarted(point.name())))
                .toList();
        return new BackfillReport(
                points, BackfillReport.tasks(before, points), end(points), Duration.ofNanos(System.nanoTime() - began));
    }

    private BackfillReport.End end(List<PointReport> points) {
        boolean isComplete = points.stream()
                .map(PointReport::state)
                .noneMatch(state -> state == PointReport.State.STOPPED || state == PointReport.State.NOT_STARTED);
        if (isComplete) {
            return BackfillReport.End.COMPLETE;
        }
        return stopping.isAsked() ? BackfillReport.End.CANCELLED : BackfillReport.End.AFTER_FAILURE;
    }

    /// A goal in whose place a value was given has no kept result to read.
    private static boolean isThere(BackfillPlan.Point planned) {
        return planned.state() == BackfillPlan.State.UP_TO_DATE
                && planned.goals().stream().allMatch(goal -> goal.result().isPresent());
    }

    private static boolean isVerified(Backfill.Point point) {
        return point.request().forces().stream().anyMatch(Force.Verify.class::isInstance);
    }

    private static void rethrow(@Nullable Throwable broken) {
        switch (broken) {
            case null -> {}
            case RuntimeException cannotBeRun -> throw cannotBeRun;
            case Error defect -> throw defect;
            case Throwable checked -> throw new IllegalStateException(checked);
        }
    }

    private List<Thread> start() {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(backfill.parallelRuns(), waiting.size()); i++) {
            threads.add(Thread.ofPlatform().name("wadachi-backfill-" + (i + 1)).start(this::runAll));
        }
        return threads;
    }

    private void runAll() {
        for (Backfill.Point point = next(); point != null; point = next()) {
            try {
                ended(PointReport.ran(point.name(), run.apply(point)));
            } catch (RuntimeException | Error cannotBeRun) {
                gaveUp(cannotBeRun);
            }
        }
    }

    private synchronized Backfill.@Nullable Point next() {
        return stopping.isAsked() ? null : waiting.poll();
    }

    private synchronized void ended(PointReport report) {
        ended.put(report.point(), report);
        if (report.state() == PointReport.State.FAILED && backfill.afterFailure() == Backfill.AfterFailure.STOP) {
            waiting.clear();
        }
    }

    /// A full disk, say, will not do better for the next point.
    private synchronized void gaveUp(Throwable cannotBeRun) {
        if (broken == null) {
            broken = cannotBeRun;
        } else {
            broken.addSuppressed(cannotBeRun);
        }
        waiting.clear();
    }

    private void await(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException stop) {
                    interrupted = true;
                    stopping.ask();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
