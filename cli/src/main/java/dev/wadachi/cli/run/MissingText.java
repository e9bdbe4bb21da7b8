package dev.wadachi.cli.run;

import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.BackfillPlan;
import dev.wadachi.engine.Cause;
import dev.wadachi.engine.Step;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which points of a range of time are missing: those that follow each other for one reason in one line.
final class MissingText {

    /// Points that follow each other in the range and are missing for one reason.
    private record Stretch(List<BackfillPlan.Point> points, String reason) {

        String name() {
            String first = points.getFirst().name();
            return points.size() == 1 ? first : first + ".." + points.getLast().name();
        }
    }

    private MissingText() {}

    static List<String> of(BackfillPlan plan, Points points) {
        int missing = plan.missing().size();
        if (missing == 0) {
            return List.of(
                    "nothing is missing: all " + Quantity.count(plan.points().size(), "point") + " up to date");
        }
        List<String> lines = new ArrayList<>();
        lines.add(missing + " of " + Quantity.count(plan.points().size(), "point") + " missing:");
        Columns columns = Columns.plain();
        stretches(plan)
                .forEach(stretch -> columns.row(
                        "  " + stretch.name(), Integer.toString(stretch.points().size()), stretch.reason()));
        lines.addAll(columns.lines());
        lines.add("To run them: " + points.runAll().text());
        return lines;
    }

    private static List<Stretch> stretches(BackfillPlan plan) {
        List<Stretch> stretches = new ArrayList<>();
        boolean goesOn = false;
        for (BackfillPlan.Point point : plan.points()) {
            if (point.state() == BackfillPlan.State.UP_TO_DATE) {
                goesOn = false;
                continue;
            }
            String reason = reason(point);
            if (!goesOn || !stretches.getLast().reason().equals(reason)) {
                stretches.add(new Stretch(new ArrayList<>(), reason));
            }
            stretches.getLast().points().add(point);
            goesOn = true;
        }
        return stretches;
    }

    /// The cause that lies furthest upstream, for it is the first to be mended: what cannot be asked before all.
    private static String reason(BackfillPlan.Point point) {
        Optional<Step> unasked = point.reasons().stream()
                .filter(step -> step.causes().stream().anyMatch(Cause.Unasked.class::isInstance))
                .findFirst();
        if (unasked.isPresent()) {
            return text(unasked.get());
        }
        return switch (point.state()) {
            case NEVER_COMPUTED -> "never computed";
            case OUTDATED -> point.reasons().isEmpty() ? "something that it loads changed" : outdated(point.reasons());
            case UP_TO_DATE -> "up to date";
        };
    }

    private static String outdated(List<Step> reasons) {
        int more = (int) reasons.stream().map(Step::name).distinct().count() - 1;
        return text(reasons.getLast()) + (more > 0 ? ", and " + Quantity.count(more, "more task") : "");
    }

    /// A task's own cause, without what follows from others.
    private static String text(Step step) {
        return step.name() + ": "
                + step.causes().stream()
                        .filter(cause -> !(cause instanceof Cause.UpstreamChanged))
                        .map(Cause::text)
                        .findFirst()
                        .orElse("");
    }

    static JsonObject json(BackfillPlan plan, Points points) {
        return JsonObject.builder()
                .put("parameter", points.parameter())
                .put("points", plan.points().size())
                .put("upToDate", plan.points().size() - plan.missing().size())
                .put(
                        "missing",
                        new JsonArray(plan.missing().stream()
                                .<Json>map(point -> json(point, points))
                                .toList()))
                .put("run", points.runAll().text())
                .putTexts("warnings", plan.warnings())
                .build();
    }

    private static JsonObject json(BackfillPlan.Point point, Points points) {
        JsonObjectBuilder json = JsonObject.builder()
                .put("point", point.name())
                .put("state", point.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .put("because", reason(point))
                .put(
                        "reasons",
                        new JsonArray(point.reasons().stream()
                                .<Json>map(MissingText::json)
                                .toList()));
        return json.put("run", points.run(point.name()).text()).build();
    }

    private static JsonObject json(Step step) {
        return JsonObject.builder()
                .put("label", step.label())
                .putTexts("because", step.causes().stream().map(Cause::text).toList())
                .build();
    }
}
