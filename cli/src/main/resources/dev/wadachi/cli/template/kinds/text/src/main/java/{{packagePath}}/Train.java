package {{package}};

import dev.wadachi.learn.Algorithm;
import dev.wadachi.learn.Formula;
import dev.wadachi.model.Model;
import dev.wadachi.table.Split;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// A model of how much a message looks like a complaint: near 1 if it does, near 0 if not.
record Train(Task<Split> parts, int buckets, Algorithm algorithm) implements Task<Model> {

    @Override
    public Model run(Context in) {
        Formula formula = Formula.of("complaint").from(Features.columns(buckets));
        return algorithm.fit(in.load(parts, Split::train), formula);
    }
}
