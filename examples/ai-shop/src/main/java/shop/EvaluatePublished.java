package shop;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.time.LocalDate;
import java.util.Map;

/// The score of the published forecast of a week.
record EvaluatePublished(Task<Table> forecasts, Task<Table> weekly, LocalDate week) implements Task<Score> {

    @Override
    public Score run(Context in) {
        Table both = in.load(weekly).sql("""
                select store, item, week, sales, prediction
                from this join forecasts using (store, item, week)
                where week = date '%s'
                order by store, item
                """.formatted(week), Map.of("forecasts", in.load(forecasts)));
        return Score.of("published", week, both.doubles("sales"), both.doubles("prediction"));
    }
}
