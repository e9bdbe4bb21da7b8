package {{package}};

import static dev.wadachi.table.TableExpectations.column;
import static dev.wadachi.table.TableExpectations.unique;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;

/// What customers wrote, and whether somebody judged it a complaint (1) or not (0): one row per message.
record Messages(String file) implements Source<Table> {

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
        return unique("message").and(column("complaint").between(0, 1));
    }
}
