package dev.wadachi.cli;

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

/// The values of the goals. A sweep over small records becomes one table, so that its points can be compared.
final class SelectionText {

    private final Selection selection;
    private final Report report;
    private final List<String> swept;

    private SelectionText(Selection selection, Report report) {
        this.selection = selection;
        this.report = report;
        this.swept = selection.swept();
    }

    static String of(Selection selection, Report report) {
        return new SelectionText(selection, report).text();
    }

    private String text() {
        return ladder().orElseGet(() -> {
            List<String> parts = new ArrayList<>();
            for (Point point : selection.points()) {
                point.goals().forEach(goal -> parts.add(headed(point, goal)));
            }
            return String.join("\n\n", parts);
        });
    }

    private String headed(Point point, Goal goal) {
        String value = ValueText.of(report.value(goal.task()));
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
        for (Point point : selection.points()) {
            Object value = report.value(point.goals().getFirst().task());
            Optional<Map<String, String>> fields = ValueText.fields(value);
            if (fields.isEmpty()
                    || (!rows.isEmpty()
                            && !rows.getFirst().keySet().equals(fields.get().keySet()))) {
                return Optional.empty();
            }
            rows.add(fields.get());
        }
        // A record often repeats what it was computed for.
        List<String> told = swept.stream()
                .filter(name -> !rows.getFirst().containsKey(name))
                .toList();
        List<String> header = new ArrayList<>(told);
        header.addAll(rows.getFirst().keySet());
        Columns columns = Columns.headed(header);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> parameters = selection.points().get(i).parameters();
            List<String> cells = new ArrayList<>();
            told.forEach(name -> cells.add(parameters.getOrDefault(name, "")));
            cells.addAll(rows.get(i).values());
            columns.row(cells);
        }
        return Optional.of(columns.text());
    }
}
