package {{package}};

import dev.wadachi.learn.Algorithm;
import dev.wadachi.learn.Formula;
import dev.wadachi.model.Model;
import dev.wadachi.table.Split;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// A model of next week's sales, of the rows to learn from alone.
record Train(Task<Split> parts, Algorithm algorithm) implements Task<Model> {

    private static final Formula FORMULA = Formula.of("units").from("lag_1", "lag_2", "lag_52", "shop", "item");

    @Override
    public Model run(Context in) {
        return algorithm.fit(in.load(parts, Split::train), FORMULA);
    }
}
