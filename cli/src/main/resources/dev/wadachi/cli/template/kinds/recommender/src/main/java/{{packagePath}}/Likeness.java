package {{package}};

import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// How alike two items are: the cosine of who bought them, from 0 (nobody bought both) to 1 (the same customers did).
record Likeness(Task<Split> parts) implements Task<Table> {

    @Override
    public Table run(Context in) {
        return in.load(parts, Split::train).sql("""
                with bought as (select distinct customer, item from this),
                    popular as (select item, count(*) as customers from bought group by item)
                select one.item, other.item as other,
                    count(*) / sqrt(any_value(p.customers) * any_value(q.customers)) as likeness
                from bought as one
                join bought as other on one.customer = other.customer and one.item <> other.item
                join popular as p on p.item = one.item
                join popular as q on q.item = other.item
                group by one.item, other.item
                order by one.item, other.item
                """);
    }
}
