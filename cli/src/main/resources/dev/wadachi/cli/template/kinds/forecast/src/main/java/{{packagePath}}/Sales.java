package {{package}};

import static dev.wadachi.table.TableExpectations.column;
import static dev.wadachi.table.TableExpectations.unique;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;

/// What was sold: one row per week (named by its Monday), shop and item.
record Sales(String file) implements Source<Table> {

    @Override
    public Stamp stamp(Resources from) {
        return Stamp.ofFile(from.path(file));
    }

    @Override
    public Table run(Context in) {
        return Table.csv(in.path(file)).timed("week");
    }

    @Override
    public Expectations<Table> expects() {
        return unique("week", "shop", "item").and(column("units").between(0, 100_000));
    }
}
