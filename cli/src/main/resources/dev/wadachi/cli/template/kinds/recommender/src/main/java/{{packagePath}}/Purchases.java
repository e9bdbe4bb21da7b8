package {{package}};

import static dev.wadachi.table.TableExpectations.column;
import static dev.wadachi.table.TableExpectations.unique;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;

/// Who bought what: one row per day, customer and item.
record Purchases(String file) implements Source<Table> {

    @Override
    public Stamp stamp(Resources from) {
        return Stamp.ofFile(from.path(file));
    }

    @Override
    public Table run(Context in) {
        return Table.csv(in.path(file)).timed("day");
    }

    @Override
    public Expectations<Table> expects() {
        return unique("day", "customer", "item")
                .and(column("customer").notNull())
                .and(column("item").notNull());
    }
}
