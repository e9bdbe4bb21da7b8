package {{package}};

import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// For each customer the items that most customers bought, of those that they have not bought yet: the rule that
/// recommendations have to beat.
///
/// @param count how many items a customer is shown
record Popular(Task<Split> parts, int count) implements Task<Table> {

    @Override
    public Table run(Context in) {
        return in.load(parts, Split::train).sql("""
                with bought as (select distinct customer, item from this),
                    popular as (select item, count(*) as customers from bought group by item),
                    everybody as (select distinct customer from bought)
                select customer, item, row_number() over (partition by customer order by customers desc, item) as place
                from everybody cross join popular
                where (customer, item) not in (select (customer, item) from bought)
                qualify place <= %d
                order by customer, place
                """.formatted(count));
    }
}
