package dev.wadachi.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Finds the values that a target would not keep as they are, before any is sent.
final class UnkeptValues {
    private static final int SHOWN = 10;

    private final TargetTable target;
    private final List<String> problems = new ArrayList<>();
    private final SequencedSet<String> steps = new LinkedHashSet<>();
    private long row;
    private long more;

    private UnkeptValues(TargetTable target) {
        this.target = target;
    }

    /// @throws TableException if there are some: it shows the first ten, counts the others and says what to do
    static void refuse(Table table, TargetTable target) {
        UnkeptValues values = new UnkeptValues(target);
        table.read(reader -> {
            reader.eachText(values::look);
            return values;
        });
        if (!values.problems.isEmpty()) {
            throw new TableException(values.told());
        }
    }

    private void look(List<@Nullable String> cells) {
        row++;
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i);
            if (text == null) {
                continue;
            }
            TargetColumn column = target.columns().get(i);
            try {
                column.sent(text);
            } catch (InexactException e) {
                found(column, text, String.valueOf(e.getMessage()));
            }
        }
    }

    private void found(TargetColumn column, String text, String why) {
        String name = column.column().name();
        if (problems.size() == SHOWN) {
            more++;
        } else {
            problems.add("row " + Preview.grouped(row) + ", column \"" + name + "\": " + Excerpt.shortened(text) + " "
                    + why);
        }
        steps.add(
                text.equals("nan")
                        ? "give no value for NaN in the query upstream, nullif(" + name
                                + ", 'nan'), or leave such rows out"
                        : "bring \"" + name + "\" in the query upstream to what a column of type " + column.type()
                                + " keeps, or give the table a column of another type, such as text");
    }

    private String told() {
        List<String> lines = new ArrayList<>();
        lines.add(target.name() + " would not keep all values as they are; nothing was sent");
        lines.addAll(problems);
        if (more > 0) {
            lines.add("and " + Preview.grouped(more) + " more");
        }
        lines.addAll(steps);
        return String.join("\n  ", lines);
    }
}
