package dev.wadachi.cli.run;

import dev.wadachi.cli.goal.Combination;
import dev.wadachi.cli.goal.Goal;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values of the goals that have one. A sweep over small records becomes one table, so that its combinations can be
/// compared.
final class SelectionText {

    private final Selection selection;
    private final Values values;
    private final int width;
    private final List<String> swept;

    /// Where the values of goals are.
    interface Values {
        /// The value of a goal; empty if it has none.
        Optional<?> of(Combination combination, Goal goal);
    }

    private SelectionText(Selection selection, Values values, int width) {
        this.selection = selection;
        this.values = values;
        this.width = width;
        this.swept = selection.swept();
    }

    /// @param width columns of the terminal
    static String of(Selection selection, Values values, int width) {
        return new SelectionText(selection, values, width).text();
    }

    private String text() {
        return ladder().orElseGet(() -> {
            List<String> parts = new ArrayList<>();
            for (Combination combination : selection.combinations()) {
                for (Goal goal : combination.goals()) {
                    values.of(combination, goal).ifPresent(value -> parts.add(headed(combination, goal, value)));
                }
            }
            return String.join("\n\n", parts);
        });
    }

    private String headed(Combination combination, Goal goal, Object found) {
        String value = ValueText.of(found, width);
        List<String> words = new ArrayList<>();
        if (combination.goals().size() > 1) {
            words.add(goal.name());
        }
        swept.forEach(name -> words.add(name + "=" + combination.parameters().get(name)));
        return words.isEmpty()
                ? value
                : String.join(" ", words) + "\n" + value.indent(2).stripTrailing();
    }

    /// One row for each combination, where each has one goal with the same few fields.
    private Optional<String> ladder() {
        if (swept.isEmpty()
                || selection.combinations().stream()
                        .anyMatch(combination -> combination.goals().size() != 1)) {
            return Optional.empty();
        }
        List<Map<String, String>> rows = new ArrayList<>();
        List<Combination> combinations = new ArrayList<>();
        for (Combination combination : selection.combinations()) {
            Optional<?> value = values.of(combination, combination.goals().getFirst());
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
            combinations.add(combination);
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(table(combinations, rows));
    }

    private String table(List<Combination> combinations, List<Map<String, String>> rows) {
        // A record often repeats what it was computed for.
        List<String> told = swept.stream()
                .filter(name -> !rows.getFirst().containsKey(name))
                .toList();
        List<String> header = new ArrayList<>(told);
        header.addAll(rows.getFirst().keySet());
        Columns columns = Columns.headed(header);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> parameters = combinations.get(i).parameters();
            List<String> cells = new ArrayList<>();
            told.forEach(name -> cells.add(parameters.getOrDefault(name, "")));
            cells.addAll(rows.get(i).values());
            columns.row(cells);
        }
        return columns.text(width);
    }
}
