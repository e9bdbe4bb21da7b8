import dev.wadachi.table.Table;
import dev.wadachi.task.*;

/// What was sold: date, item and pieces.
record Sales(String file) implements Source<Table> {
    public Stamp stamp(Resources from) { return Stamp.ofFile(from.path(file)); }
    public Table run(Context in) { return Table.csv(in.path(file)); }
}

/// What was sold in each week, and in a week some weeks before.
record Weekly(Task<Table> sales, int lag) implements Task<Table> {
    public Table run(Context in) {
        return in.load(sales).sql("""
                with weeks as (
                    select item, cast(date_trunc('week', date) as date) as week, cast(sum(pieces) as bigint) as sold
                    from this group by item, week)
                select item, week, sold, lag(sold, %d) over (partition by item order by week) as before
                from weeks qualify before is not null order by item, week
                """.formatted(lag));
    }
}

/// How far off a forecast is, on average, that says: as many as before.
record Evaluate(Task<Table> weekly) implements Task<Double> {
    public Double run(Context in) {
        Table weeks = in.load(weekly);
        double error = Errors.mean(weeks.doubles("before"), weeks.doubles("sold"));
        in.metric("error", error);
        in.log(weeks.rows() + " forecasts compared");
        return error;
    }
}

final class Errors {
    static double mean(double[] forecast, double[] actual) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += Math.abs(forecast[i] - actual[i]);
        }
        return sum / actual.length;
    }
}

/// Weekly demand of every item.
record Demand(@Default("sales.csv") String sales, @Default("1") int lag) implements Pipeline {
    public Task<Table> weekly() { return new Weekly(new Sales(sales), lag); }
    public Task<Double> evaluate() { return new Evaluate(weekly()); }
}
