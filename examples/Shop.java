import dev.wadachi.table.Table;
import dev.wadachi.task.*;

/// What was sold, per day, shop and item.
record Sales(String file) implements Source<Table> {
    public Stamp stamp(Resources from) {
        return Stamp.ofFile(from.path(file));
    }

    public Table run(Context in) {
        return Table.csv(in.path(file));
    }
}

/// The same, per week.
record Weekly(Task<Table> sales) implements Task<Table> {
    public Table run(Context in) {
        return in.load(sales).sql("""
                select store, item, cast(date_trunc('week', date) as date) as week, cast(sum(sales) as bigint) as sold
                from this group by store, item, week having count(*) = 7 order by store, item, week""");
    }
}

/// How far off a forecast was in 2021, on average, that says: as many as some weeks before.
record Evaluate(Task<Table> weekly, int weeks) implements Task<Double> {
    public Double run(Context in) {
        return in.load(weekly).sql("""
                select avg(abs(sold - before)) as error from (
                    select week, sold, lag(sold, %d) over (partition by store, item order by week) as before from this)
                where week >= date '2021-01-04'""".formatted(weeks)).doubles("error")[0];
    }
}

/// Weekly demand of every item in every shop.
record Demand(@Default("2") int weeks) implements Pipeline {
    public Task<Double> evaluate() {
        return new Evaluate(new Weekly(new Sales("ai-shop/data/sales.csv")), weeks);
    }
}
