package shop;

import dev.wadachi.evaluate.Fold;
import dev.wadachi.learn.Predictions;
import dev.wadachi.model.Model;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// The score of a model on the fold's week, which it has not seen.
record Evaluate(Task<Model> model, Task<Table> features, Fold fold) implements Task<Score> {

    @Override
    public Score run(Context in) {
        Model trained = in.load(model);
        Table week = fold.test(in.load(features), "week").sql("select * from this where sales is not null");
        Score score = Score.of(
                trained.lineage().getOrDefault("algorithm", "unknown"),
                fold.target(),
                week.doubles("sales"),
                Predictions.of(trained, week));
        in.metric("mae", score.mae());
        in.metric("rmse", score.rmse());
        in.metric("mape", score.mape());
        return score;
    }
}
