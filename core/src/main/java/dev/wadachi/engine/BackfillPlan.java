package dev.wadachi.engine;

import dev.wadachi.digest.Key;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// Which points of a backfill are there, and why others are not. Nothing was run to find out.
///
/// @param points each point, in the order of the backfill
/// @param steps every task that any point needs
/// @param warnings what was noticed on the way, such as a clock that the code reads
public record BackfillPlan(List<Point> points, List<Step> steps, List<String> warnings) {

    /// What would happen to one point.
    ///
    /// @param name the point as text
    /// @param state how it stands
    /// @param goals what would happen to each of its goals
    /// @param reasons of what its goals need, the tasks that are not up to date for a reason of their own; none if all
    ///     are up to date
    public record Point(String name, State state, List<Step> goals, List<Step> reasons) {

        /// Keeps unmodifiable copies.
        public Point {
            goals = List.copyOf(goals);
            reasons = List.copyOf(reasons);
        }
    }

    /// How a point stands before anything runs.
    public enum State {
        /// Kept results stand for all of its goals.
        UP_TO_DATE,
        /// All of its goals were computed before; something changed since.
        OUTDATED,
        /// A goal was never computed with these parameters.
        NEVER_COMPUTED
    }

    /// Keeps unmodifiable copies.
    public BackfillPlan {
        points = List.copyOf(points);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /// The points that are not up to date.
    public List<Point> missing() {
        return points.stream()
                .filter(point -> point.state() != State.UP_TO_DATE)
                .toList();
    }

    /// Points that were planned together.
    ///
    /// @param plan for the goals of all of them, one point's after another's
    record Share(List<Backfill.Point> points, Plan plan) {

        /// What would happen to each point, by its name.
        ///
        /// @param isKnown whether anything was ever computed under a key
        Map<String, Point> planned(Predicate<Key> isKnown) {
            Map<Key, Step> byKey = new HashMap<>();
            plan.steps().forEach(step -> byKey.put(step.key(), step));
            Map<String, Point> planned = new HashMap<>();
            int next = 0;
            for (Backfill.Point point : points) {
                int last = next + point.request().goals().size();
                List<Step> goals = plan.goals().subList(next, last).stream()
                        .map(key -> Objects.requireNonNull(byKey.get(key)))
                        .toList();
                next = last;
                planned.put(point.name(), new Point(point.name(), state(goals, isKnown), goals, reasons(goals, byKey)));
            }
            return planned;
        }

        private static State state(List<Step> goals, Predicate<Key> isKnown) {
            if (goals.stream().allMatch(goal -> goal.decision() == Step.Decision.UP_TO_DATE)) {
                return State.UP_TO_DATE;
            }
            return goals.stream().map(Step::key).allMatch(isKnown) ? State.OUTDATED : State.NEVER_COMPUTED;
        }
    }

    static BackfillPlan of(Backfill backfill, List<Share> shares, Predicate<Key> isKnown) {
        Map<String, Point> planned = new HashMap<>();
        shares.forEach(share -> planned.putAll(share.planned(isKnown)));
        return new BackfillPlan(
                backfill.points().stream()
                        .map(point -> Objects.requireNonNull(planned.get(point.name())))
                        .toList(),
                shares.stream().flatMap(share -> share.plan().steps().stream()).toList(),
                shares.stream()
                        .flatMap(share -> share.plan().warnings().stream())
                        .distinct()
                        .toList());
    }

    /// Below what is up to date there is no reason.
    private static List<Step> reasons(List<Step> goals, Map<Key, Step> byKey) {
        List<Step> reasons = new ArrayList<>();
        Set<Key> seen = new HashSet<>();
        Deque<Step> waiting = new ArrayDeque<>(goals);
        while (!waiting.isEmpty()) {
            Step step = waiting.removeFirst();
            if (step.decision() == Step.Decision.UP_TO_DATE || !seen.add(step.key())) {
                continue;
            }
            if (step.causes().stream().anyMatch(cause -> !(cause instanceof Cause.UpstreamChanged))) {
                reasons.add(step);
            }
            step.upstreams().stream().filter(byKey::containsKey).map(byKey::get).forEach(waiting::add);
        }
        return reasons;
    }
}
