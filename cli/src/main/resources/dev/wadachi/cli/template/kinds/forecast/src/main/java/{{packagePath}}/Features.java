package {{package}};

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// Each week's sales beside what was known a week before: the sales of one, two and fifty-two weeks ago.
///
/// Earlier weeks are found by their date, so that a week without sales does not shift the others.
record Features(Task<Table> sales) implements Task<Table> {

    @Override
    public Table run(Context in) {
        return in.load(sales).sql("""
                select now.week, now.shop, now.item, now.units,
                    one.units as lag_1, two.units as lag_2, year.units as lag_52
                from this as now
                left join this as one on (one.shop, one.item, one.week) = (now.shop, now.item, now.week - 7)
                left join this as two on (two.shop, two.item, two.week) = (now.shop, now.item, now.week - 14)
                left join this as year on (year.shop, year.item, year.week) = (now.shop, now.item, now.week - 364)
                order by week, shop, item
                """).timed("week");
    }
}
