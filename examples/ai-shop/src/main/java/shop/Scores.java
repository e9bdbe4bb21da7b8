package shop;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.util.List;

/// Scores side by side: one row per algorithm and week.
record Scores(List<Task<Score>> scores) implements Task<Table> {

    @Override
    public Table run(Context in) {
        return Table.of(Score.class, scores.stream().map(in::load).toList());
    }
}
