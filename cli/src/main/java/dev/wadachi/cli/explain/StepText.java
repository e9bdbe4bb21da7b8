package dev.wadachi.cli.explain;

import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.Cause;
import dev.wadachi.engine.Step;
import dev.wadachi.store.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What would happen to one task, and why, in a line or a few.
final class StepText {

    private static final int MOST_METHODS = 10;

    private StepText() {}

    /// `will run: code changed`, `up to date (2026-01-04 12:30, run 7f3a, 0.8 s)`.
    static String decision(Step step) {
        return switch (step.decision()) {
            case UP_TO_DATE -> "up to date" + kept(step);
            case WILL_RUN -> (isUnasked(step) ? "will fail: " : "will run: ") + reason(step);
            case DEPENDS -> "may run: " + reason(step);
        };
    }

    /// A source that cannot say what it is now cannot be read either.
    private static boolean isUnasked(Step step) {
        return step.causes().stream().anyMatch(Cause.Unasked.class::isInstance);
    }

    /// The reason alone.
    static String reason(Step step) {
        return switch (step.decision()) {
            case DEPENDS -> "only if " + String.join(", ", unsettled(step)) + " comes out otherwise";
            case WILL_RUN, UP_TO_DATE -> String.join("; ", causes(step));
        };
    }

    /// Upstreams are named once together, for a list may hold thousands of them.
    private static List<String> causes(Step step) {
        List<String> texts = new ArrayList<>(step.causes().stream()
                .filter(cause -> !(cause instanceof Cause.UpstreamChanged))
                .map(Cause::text)
                .distinct()
                .toList());
        List<String> upstreams = upstreams(step);
        if (!upstreams.isEmpty()) {
            texts.add("upstream " + String.join(", ", upstreams) + " changed");
        }
        return texts;
    }

    /// What is not known before it has run.
    private static List<String> unsettled(Step step) {
        List<String> unsettled = new ArrayList<>();
        List<String> upstreams = upstreams(step);
        if (!upstreams.isEmpty()) {
            unsettled.add("upstream " + String.join(", ", upstreams));
        }
        step.causes().stream()
                .flatMap(cause -> cause instanceof Cause.LoadChanged(String task) ? Stream.of(task) : Stream.empty())
                .forEach(task -> unsettled.add(task + ", which it loads,"));
        return unsettled;
    }

    /// When and where the kept result was computed, in brackets; empty if there is none.
    static String kept(Step step) {
        return step.result().map(recorded -> kept(recorded.trace())).orElse("");
    }

    /// What is behind a cause, one on a line: the methods of a changed code; of a published version that moved, what
    /// changed in the project that published it.
    static List<String> methods(Step step) {
        return methods(step.causes());
    }

    static List<String> methods(List<Cause> causes) {
        List<String> lines = causes.stream().flatMap(StepText::details).toList();
        if (lines.size() <= MOST_METHODS) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_METHODS));
        first.add("… and " + (lines.size() - MOST_METHODS) + " more");
        return first;
    }

    private static Stream<String> details(Cause cause) {
        return switch (cause) {
            case Cause.CodeChanged(var change) -> change.lines().stream();
            case Cause.VersionMoved moved -> there(moved);
            case Cause.NeverRan _,
                    Cause.EntryChanged _,
                    Cause.UpstreamChanged _,
                    Cause.LoadChanged _,
                    Cause.SeedChanged _,
                    Cause.OutputLost _,
                    Cause.OutsideChanged _,
                    Cause.TargetTaken _,
                    Cause.Revoked _,
                    Cause.Forced _,
                    Cause.Unasked _ -> Stream.empty();
        };
    }

    /// What changed in the project that published it.
    private static Stream<String> there(Cause.VersionMoved moved) {
        return moved.there().isEmpty()
                ? Stream.of("there, what it was computed from is no longer known")
                : moved.there().stream().map(line -> line.startsWith(" ") ? line : "there, " + line);
    }

    /// What is the same for tasks that run for the same reason, whatever their parameters.
    static String kind(Step step) {
        return step.key().task() + " " + step.decision() + " "
                + step.causes().stream().map(StepText::kind).distinct().sorted().toList();
    }

    /// Whether the only reasons are ones that the user may declare to be without effect.
    static boolean mayBeAccepted(Step step) {
        return step.decision() == Step.Decision.WILL_RUN
                && !step.causes().isEmpty()
                && step.causes().stream().allMatch(Cause::mayBeAccepted);
    }

    /// The components whose values changed, or may; those of a list or map count once.
    private static List<String> upstreams(Step step) {
        return step.causes().stream()
                .flatMap(cause ->
                        cause instanceof Cause.UpstreamChanged changed ? Stream.of(component(changed)) : Stream.empty())
                .distinct()
                .toList();
    }

    private static String component(Cause.UpstreamChanged changed) {
        int bracket = changed.component().indexOf('[');
        return bracket < 0 ? changed.component() : changed.component().substring(0, bracket);
    }

    private static String kind(Cause cause) {
        return switch (cause) {
            case Cause.EntryChanged(String entry, String _, String _) -> entry;
            case Cause.UpstreamChanged changed -> "upstream " + component(changed);
            case Cause.CodeChanged(var change) -> "code " + change.lines();
            case Cause.VersionMoved moved -> "moved " + moved.name();
            case Cause.NeverRan _,
                    Cause.LoadChanged _,
                    Cause.SeedChanged _,
                    Cause.OutputLost _,
                    Cause.OutsideChanged _,
                    Cause.TargetTaken _,
                    Cause.Revoked _,
                    Cause.Forced _,
                    Cause.Unasked _ -> cause.getClass().getSimpleName();
        };
    }

    private static String kept(Trace trace) {
        return " (" + Quantity.of(trace.origin().started()) + ", run "
                + trace.origin().run().shortText() + ", "
                + Quantity.ofSeconds(trace.cost().wallSeconds()) + ")";
    }
}
