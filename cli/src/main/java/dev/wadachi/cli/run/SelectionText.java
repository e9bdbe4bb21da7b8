package dev.wadachi.cli.run;

import dev.wadachi.cli.goal.Goal;
import dev.wadachi.cli.goal.Point;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.ValueText;
import dev.wadachi.engine.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values of the goals that have one. A sweep over small records becomes one table, so that its points can be
/// compared.
final class SelectionText {

    private final Selection selection;
    private final Report report;
    private final int width;
    private final List<String> swept;

    private SelectionText(Selection selection, Report report, int width) {
        this.selection = selection;
        this.report = report;
        this.width = width;
        this.swept = selection.swept();
    }

    /// @param width columns of the terminal
    static String of(Selection selection, Report report, int width) {
        return new SelectionText(selection, report, width).text();
    }

    private String text() {
        return ladder().orElseGet(() -> {
            List<String> parts = new ArrayList<>();
            for (Point point : selection.points()) {
                for (Goal goal : point.goals()) {
                    report.find(goal.task()).ifPresent(value -> parts.add(headed(point, goal, value)));
                }
            }
            return String.join("\n\n", parts);
        });
    }

    private String headed(Point point, Goal goal, Object found) {
        String value = ValueText.of(found, width);
        List<String> words = new ArrayList<>();
        if (point.goals().size() > 1) {
            words.add(goal.name());
        }
        swept.forEach(name -> words.add(name + "=" + point.parameters().get(name)));
        return words.isEmpty()
                ? value
                : String.join(" ", words) + "\n" + value.indent(2).stripTrailing();
    }

    /// One row for each point, where each has one goal with the same few fields.
    private Optional<String> ladder() {
        if (swept.isEmpty()
                || selection.points().stream().anyMatch(point -> point.goals().size() != 1)) {
            return Optional.empty();
        }
        List<Map<String, String>> rows = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (Point point : selection.points()) {
            Optional<?> value = report.find(point.goals().getFirst().task());
            if (value.isEmpty()) {
                continue;
            }
            Optional<Map<String, String>> fields = ValueText.fields(value.get());
            if (fields.isEmpty()
                    || (!rows.isEmpty()
                            && !rows.getFirst().keySet().equals(fields.get().keySet()))) {
                return Optional.empty();
            }
            rows.add(fields.get());
            points.add(point);
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(table(points, rows));
    }

    private String table(List<Point> points, List<Map<String, String>> rows) {
        // A record often repeats what it was computed for.
        List<String> told = swept.stream()
                .filter(name -> !rows.getFirst().containsKey(name))
                .toList();
        List<String> header = new ArrayList<>(told);
        header.addAll(rows.getFirst().keySet());
        Columns columns = Columns.headed(header);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> parameters = points.get(i).parameters();
            List<String> cells = new ArrayList<>();
            told.forEach(name -> cells.add(parameters.getOrDefault(name, "")));
            cells.addAll(rows.get(i).values());
            columns.row(cells);
        }
        return columns.text(width);
    }
}
