import dev.wadachi.command.Command;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableFile;
import dev.wadachi.task.*;

/// What was sold, per day, shop and drink.
record Sales(String file) implements Source<Table> {
    public Stamp stamp(Resources from) {
        return Stamp.ofFile(from.path(file));
    }

    public Table run(Context in) {
        return Table.csv(in.path(file));
    }
}

/// One row per shop, drink and week: what was sold, and what was known two weeks before.
record Features(Task<Table> sales) implements Task<Table> {
    public Table run(Context in) {
        return in.load(sales).sql("""
                with weekly as (
                    select store, item, cast(date_trunc('week', date) as date) as week, cast(sum(sales) as bigint) as sold
                    from this group by all having count(*) = 7)
                select *, month(week) as month,
                    lag(sold, 2) over weeks as lag2, lag(sold, 3) over weeks as lag3, lag(sold, 52) over weeks as lag52
                from weekly window weeks as (partition by store, item order by week)
                qualify lag52 is not null
                order by store, item, week""");
    }
}

/// The mean absolute error of predictions, reckoned here from the rows that came back.
record Evaluate(Task<Table> predictions, Task<Table> features) implements Task<Double> {
    public Double run(Context in) {
        double mae = in.load(predictions)
                .sql("""
                select avg(abs(sold - prediction)) as mae
                from this join features using (store, item, week)""", java.util.Map.of("features", in.load(features)))
                .doubles("mae")[0];
        in.metric("mae", mae);
        return mae;
    }
}

/// Weekly demand, forecast by a forest that scikit-learn grows.
public record Forest(
        @Default("50") int trees, @Default("python3") String python) implements Pipeline {
    public Task<Table> features() {
        return new Features(new Sales("../ai-shop/data/sales.csv"));
    }

    public Command training() {
        return Command.of(python, "train.py", "--trees", String.valueOf(trees))
                .script("train.py")
                .lock("requirements.lock")
                .asking(python, "--version")
                .input("features.csv", features())
                .output("predictions.csv");
    }

    public Task<Table> predictions() {
        return TableFile.of(training(), "predictions.csv");
    }

    public Task<Double> evaluate() {
        return new Evaluate(predictions(), features());
    }
}
