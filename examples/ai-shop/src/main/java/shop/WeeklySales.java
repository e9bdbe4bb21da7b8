package shop;

import static dev.wadachi.table.TableExpectations.column;
import static dev.wadachi.table.TableExpectations.columns;
import static dev.wadachi.table.TableExpectations.unique;

import dev.wadachi.table.ColumnType;
import dev.wadachi.table.ColumnType.Kind;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Requirement;
import dev.wadachi.task.Task;
import java.util.List;

/// What was sold, per week (Monday to Sunday, named by its Monday), store and item. A week that lacks a day is left
/// out.
record WeeklySales(Task<Table> sales) implements Task<Table> {

    @Override
    public List<Requirement<?>> requires() {
        return List.of(new Requirement<>(
                sales,
                columns().has("date", ColumnType.DATE).has("store", "item").has("sales", Kind.WHOLE)));
    }

    @Override
    public Table run(Context in) {
        return in.load(sales).sql("""
                select store, item, cast(date_trunc('week', date) as date) as week, cast(sum(sales) as bigint) as sales
                from this
                group by store, item, week
                having count(distinct date) = 7
                order by store, item, week
                """).timed("week");
    }

    @Override
    public Expectations<Table> expects() {
        return unique("store", "item", "week").and(column("sales").between(0, 70_000));
    }
}
