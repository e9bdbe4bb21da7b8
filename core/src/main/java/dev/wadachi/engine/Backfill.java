package dev.wadachi.engine;

import dev.wadachi.parameter.TimeRange;
import dev.wadachi.task.Task;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/// One run for each point of a range of time.
///
/// ```java
/// TimeRange<LocalDate> weeks = TimeRange.weekly(LocalDate.of(2021, 1, 4), LocalDate.of(2021, 12, 27));
/// Backfill backfill = Backfill.over(weeks, week -> Request.of(new Demand(week, gbdt).evaluate())).parallelRuns(2);
/// BackfillReport report = wadachi.run(backfill);
/// ```
///
/// A point whose goals are up to date is not run. Tasks that several points need are executed once, and one that
/// failed is not tried again for the next point. Immutable; each method answers a changed copy.
///
/// @param points what to run, the earliest point first; at least one
/// @param parallelRuns how many runs may be under way at once, at least 1
/// @param order which point is begun first
/// @param afterFailure what a failed run means for the points that have not begun
public record Backfill(List<Point> points, int parallelRuns, Order order, AfterFailure afterFailure) {

    /// One point in time.
    ///
    /// @param name the point as text, such as `2021-01-04`
    /// @param request what is wanted of it
    public record Point(String name, Request request) {}

    /// Which point is begun first.
    public enum Order {
        /// The earliest.
        OLDEST_FIRST,
        /// The latest.
        NEWEST_FIRST
    }

    /// What a failed run means for the points that have not begun.
    public enum AfterFailure {
        /// They are run all the same.
        GO_ON,
        /// None of them is begun.
        STOP
    }

    /// Refuses a backfill without points, two points of one name, and less than one run at a time.
    public Backfill {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a backfill has at least one point, but this has none");
        }
        Set<String> names = new HashSet<>();
        for (Point point : points) {
            if (!names.add(point.name())) {
                throw new IllegalArgumentException("the point " + point.name() + " is there twice; name it once");
            }
        }
        if (parallelRuns < 1) {
            throw new IllegalArgumentException("parallel runs must be at least 1, but were " + parallelRuns);
        }
    }

    /// These points, one at a time and the earliest first; going on after failures.
    public static Backfill of(List<Point> points) {
        return new Backfill(points, 1, Order.OLDEST_FIRST, AfterFailure.GO_ON);
    }

    /// The points of a range, one at a time and the earliest first; going on after failures.
    ///
    /// @param request what is wanted of a point
    public static <T extends Temporal & Comparable<? super T>> Backfill over(
            TimeRange<T> range, Function<? super T, Request> request) {
        List<Point> points = new ArrayList<>();
        range.points().forEach(point -> points.add(new Point(point.toString(), request.apply(point))));
        return of(points);
    }

    /// Another number of runs that may be under way at once.
    public Backfill parallelRuns(int runs) {
        return new Backfill(points, runs, order, afterFailure);
    }

    /// Another order.
    public Backfill order(Order which) {
        return new Backfill(points, parallelRuns, which, afterFailure);
    }

    /// Begins no further point once a run has failed; those that are under way end.
    public Backfill stopAfterFailure() {
        return new Backfill(points, parallelRuns, order, AfterFailure.STOP);
    }

    /// Points whose requests differ in their goals alone, so that they can be planned together.
    ///
    /// @param points at least one
    record Alike(List<Point> points) {

        boolean takes(Point other) {
            Request first = points.getFirst().request();
            Request request = other.request();
            return first.seed() == request.seed()
                    && first.jobs() == request.jobs()
                    && areSame(first.forces(), request.forces());
        }

        /// Nothing is asked of given values, which may be large, or of any class.
        private static boolean areSame(List<Force> some, List<Force> others) {
            return some.size() == others.size()
                    && IntStream.range(0, some.size())
                            .allMatch(i -> some.get(i) == others.get(i)
                                    || !(some.get(i) instanceof Force.Given)
                                            && some.get(i).equals(others.get(i)));
        }

        /// One request for the goals of all of them, one point's after another's.
        Request together() {
            return points.getFirst()
                    .request()
                    .goals(points.stream()
                            .<Task<?>>flatMap(point -> point.request().goals().stream())
                            .toList());
        }
    }

    List<Alike> alike() {
        List<Alike> all = new ArrayList<>();
        for (Point point : points) {
            all.stream()
                    .filter(alike -> alike.takes(point))
                    .findFirst()
                    .ifPresentOrElse(
                            alike -> alike.points().add(point),
                            () -> all.add(new Alike(new ArrayList<>(List.of(point)))));
        }
        return all;
    }

    /// The points in the order in which they begin.
    List<Point> inOrder() {
        return switch (order) {
            case OLDEST_FIRST -> points;
            case NEWEST_FIRST -> points.reversed();
        };
    }
}
