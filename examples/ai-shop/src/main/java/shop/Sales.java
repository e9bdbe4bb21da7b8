package shop;

import static dev.wadachi.table.TableExpectations.column;
import static dev.wadachi.table.TableExpectations.unique;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;

/// What was sold, per day, store and item, as the tills report it.
record Sales(String file) implements Source<Table> {

    @Override
    public Stamp stamp(Resources from) {
        return Stamp.ofFile(from.path(file));
    }

    @Override
    public Table run(Context in) {
        return Table.csv(in.path(file));
    }

    @Override
    public Expectations<Table> expects() {
        return column("sales").between(0, 10_000).and(unique("date", "store", "item"));
    }
}
