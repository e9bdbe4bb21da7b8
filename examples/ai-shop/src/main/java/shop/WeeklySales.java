package shop;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// What was sold, per week (Monday to Sunday, named by its Monday), store and item. A week that lacks a day is left
/// out.
record WeeklySales(Task<Table> sales) implements Task<Table> {

    @Override
    public Table run(Context in) {
        return in.load(sales).sql("""
                select store, item, cast(date_trunc('week', date) as date) as week, cast(sum(sales) as bigint) as sales
                from this
                group by store, item, week
                having count(distinct date) = 7
                order by store, item, week
                """);
    }
}
