package {{package}};

import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.time.LocalDate;

/// The weeks before one, to learn from, and those from it on, to test with: the past never sees the future.
record Parts(Task<Table> features, LocalDate week) implements Task<Split> {

    @Override
    public Split run(Context in) {
        return in.load(features).splitFrom("week", week);
    }
}
