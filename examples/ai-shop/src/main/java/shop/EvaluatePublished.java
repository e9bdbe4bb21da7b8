package shop;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.util.Map;
import java.util.Objects;

/// The score of a published forecast.
record EvaluatePublished(Task<Table> forecast, Task<Table> weekly) implements Task<Score> {

    @Override
    public Score run(Context in) {
        Table both = in.load(weekly).sql("""
                select store, item, week, sales, prediction
                from this join forecast using (store, item, week)
                order by store, item
                """, Map.of("forecast", in.load(forecast)));
        return Score.of(
                "published",
                Objects.requireNonNull(both.dates("week")[0]),
                both.doubles("sales"),
                both.doubles("prediction"));
    }
}
