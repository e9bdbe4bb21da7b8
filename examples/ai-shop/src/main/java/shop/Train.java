package shop;

import dev.wadachi.evaluate.Fold;
import dev.wadachi.learn.Algorithm;
import dev.wadachi.model.Model;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// A model of what was known at the fold's cut.
record Train(Task<Table> features, Fold fold, Algorithm algorithm) implements Task<Model> {

    @Override
    public Model run(Context in) {
        return Fit.fit(fold.training(in.load(features), "week"), algorithm);
    }
}
