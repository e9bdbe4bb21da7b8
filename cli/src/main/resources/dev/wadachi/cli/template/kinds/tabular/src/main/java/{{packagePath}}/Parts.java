package {{package}};

import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// Rows to learn from, and rows to test with, of each ward the same share.
record Parts(Task<Table> features, double testShare) implements Task<Split> {

    @Override
    public Split run(Context in) {
        return in.load(features).split(testShare).stratified("ward");
    }
}
