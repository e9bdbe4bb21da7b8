import dev.wadachi.table.DatabaseSink;
import dev.wadachi.table.DatabaseTable;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.External;
import dev.wadachi.task.Pipeline;
import dev.wadachi.task.Task;

/// What the shops sold, out of a warehouse, and what they will need, back into it.
public record Warehouse() implements Pipeline {

    public Task<Table> sales() {
        return DatabaseTable.of("warehouse", "select * from sales order by id");
    }

    public Task<Table> changed() {
        return DatabaseTable.of("warehouse", "select * from sales order by id")
                .versionedBy("select max(changed_at), count(*) from sales");
    }

    public Task<Table> forecast() {
        return new Forecast(sales());
    }

    public Task<External> published() {
        return DatabaseSink.replacing(forecast(), "warehouse", "forecast");
    }
}

/// As much as was sold.
record Forecast(Task<Table> sales) implements Task<Table> {
    @Override
    public Table run(Context in) {
        return in.load(sales).sql("select shop, sum(sold)::bigint as needed from this group by shop order by shop");
    }
}
