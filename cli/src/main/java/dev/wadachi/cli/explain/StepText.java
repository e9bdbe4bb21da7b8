package dev.wadachi.cli.explain;

import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.Cause;
import dev.wadachi.engine.Step;
import dev.wadachi.store.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What would happen to one task, and why, in a line or a few.
final class StepText {

    private static final int MOST_METHODS = 10;

    private StepText() {}

    /// `will run: code changed`, `up to date (2026-01-04 12:30, run 7f3a, 0.8 s)`.
    static String decision(Step step) {
        return switch (step.decision()) {
            case UP_TO_DATE ->
                "up to date"
                        + step.result().map(recorded -> kept(recorded.trace())).orElse("");
            case WILL_RUN -> "will run: " + causes(step);
            case DEPENDS -> "may run: " + conditions(step);
        };
    }

    /// The causes on one line.
    static String causes(Step step) {
        if (step.causes().isEmpty()) {
            return "only if what it needs gives other bytes";
        }
        return step.causes().stream().map(Cause::text).distinct().collect(Collectors.joining("; "));
    }

    /// What has to run first before it is known.
    private static String conditions(Step step) {
        List<String> upstreams = step.causes().stream()
                .flatMap(cause -> cause instanceof Cause.UpstreamChanged changed
                        ? Stream.of(changed.component())
                        : Stream.empty())
                .distinct()
                .toList();
        return upstreams.isEmpty()
                ? causes(step)
                : "only if upstream " + String.join(", ", upstreams) + " comes out otherwise";
    }

    /// The methods behind a changed code, one on a line.
    static List<String> methods(Step step) {
        List<String> lines = step.causes().stream()
                .flatMap(cause ->
                        cause instanceof Cause.CodeChanged(var change) ? change.lines().stream() : Stream.empty())
                .toList();
        if (lines.size() <= MOST_METHODS) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_METHODS));
        first.add("… and " + (lines.size() - MOST_METHODS) + " more");
        return first;
    }

    /// Whether the only reasons are ones that the user may declare to be without effect.
    static boolean mayBeAccepted(Step step) {
        return step.decision() == Step.Decision.WILL_RUN
                && !step.causes().isEmpty()
                && step.causes().stream().allMatch(StepText::isAcceptable);
    }

    private static boolean isAcceptable(Cause cause) {
        return switch (cause) {
            case Cause.CodeChanged _ -> true;
            case Cause.EntryChanged(String entry, String before, String after) ->
                !before.isEmpty()
                        && !after.isEmpty()
                        && (entry.startsWith("library.") || entry.startsWith("module.") || entry.equals("jdk"));
            case Cause.NeverRan _,
                    Cause.UpstreamChanged _,
                    Cause.LoadChanged _,
                    Cause.SeedChanged _,
                    Cause.OutputLost _,
                    Cause.OutsideChanged _,
                    Cause.Revoked _,
                    Cause.Forced _,
                    Cause.Unasked _ -> false;
        };
    }

    private static String kept(Trace trace) {
        return " (" + Quantity.of(trace.origin().started()) + ", run "
                + trace.origin().run().shortText() + ", "
                + Quantity.ofSeconds(trace.cost().wallSeconds()) + ")";
    }
}
