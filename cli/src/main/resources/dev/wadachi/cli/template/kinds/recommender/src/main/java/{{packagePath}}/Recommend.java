package {{package}};

import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.util.Map;

/// For each customer the items that are most like what they bought, of those that they have not bought yet.
///
/// @param count how many items a customer is shown
record Recommend(Task<Table> likeness, Task<Split> parts, int count) implements Task<Table> {

    @Override
    public Table run(Context in) {
        return in.load(parts, Split::train).sql("""
                with bought as (select distinct customer, item from this),
                    liked as (
                        select customer, other as item, sum(likeness order by bought.item) as score
                        from bought join likeness on likeness.item = bought.item
                        where (customer, other) not in (select (customer, item) from bought)
                        group by customer, other
                    )
                select customer, item, row_number() over (partition by customer order by score desc, item) as place
                from liked
                qualify place <= %d
                order by customer, place
                """.formatted(count), Map.of("likeness", in.load(likeness)));
    }
}
