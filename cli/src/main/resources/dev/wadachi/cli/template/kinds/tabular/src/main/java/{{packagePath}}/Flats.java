package {{package}};

import static dev.wadachi.table.TableExpectations.column;
import static dev.wadachi.table.TableExpectations.unique;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;

/// Flats and their rents: one row per flat.
record Flats(String file) implements Source<Table> {

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
        return unique("flat")
                .and(column("area").between(5, 1_000))
                .and(column("rent").between(1, 10_000));
    }
}
