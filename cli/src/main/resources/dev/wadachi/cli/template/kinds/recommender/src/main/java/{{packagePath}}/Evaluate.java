package {{package}};

import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.util.Map;

/// To how many customers something was recommended that they then bought, of those who bought something new.
record Evaluate(Task<Table> recommended, Task<Table> popular, Task<Split> parts) implements Task<Score> {

    @Override
    public Score run(Context in) {
        Table wanted = in.load(parts, Split::test).sql("""
                select distinct customer, item from this
                where customer in (select customer from before)
                    and (customer, item) not in (select (customer, item) from before)
                order by customer, item
                """, Map.of("before", in.load(parts, Split::train)));
        Score score = new Score(hitRate(wanted, in.load(recommended)), hitRate(wanted, in.load(popular)), (int)
                wanted.sql("select count(distinct customer) as n from this").longs("n")[0]);
        in.metric("hit-rate", score.hitRate());
        return score;
    }

    private static double hitRate(Table wanted, Table shown) {
        return wanted.sql("""
                select count(distinct customer) filter ((customer, item) in (select (customer, item) from shown))
                    / count(distinct customer) as rate
                from this
                """, Map.of("shown", shown)).doubles("rate")[0];
    }
}
