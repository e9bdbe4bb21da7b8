package {{package}};

import dev.wadachi.learn.Algorithm;
import dev.wadachi.learn.Formula;
import dev.wadachi.model.Model;
import dev.wadachi.table.Split;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// A model of the rent, of the rows to learn from alone.
record Train(Task<Split> parts, Algorithm algorithm) implements Task<Model> {

    private static final Formula FORMULA =
            Formula.of("rent").from("area", "age", "age_unknown", "wear", "walk", "floor", "ward");

    @Override
    public Model run(Context in) {
        return algorithm.fit(in.load(parts, Split::train), FORMULA);
    }
}
