package {{package}};

import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.time.LocalDate;

/// The purchases before a day, to learn from, and those from then on, to test with: the past never sees the future.
record Parts(Task<Table> purchases, LocalDate from) implements Task<Split> {

    @Override
    public Split run(Context in) {
        return in.load(purchases).splitFrom("day", from);
    }
}
