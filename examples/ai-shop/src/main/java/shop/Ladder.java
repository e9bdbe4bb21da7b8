package shop;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// What each rung brings: the mean of its scores over all weeks, the best rung first.
record Ladder(Task<Table> scores) implements Task<Table> {

    @Override
    public Table run(Context in) {
        Table ladder = in.load(scores).sql("""
                select algorithm, count(*) as weeks,
                    round(avg(mae), 2) as mae, round(avg(rmse), 2) as rmse, round(avg(mape), 4) as mape
                from this
                group by algorithm
                order by avg(mae), algorithm
                """);
        in.metric("mae", ladder.doubles("mae")[0]);
        return ladder;
    }
}
