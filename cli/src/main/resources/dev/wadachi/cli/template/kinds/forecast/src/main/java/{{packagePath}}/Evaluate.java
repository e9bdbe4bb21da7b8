package {{package}};

import dev.wadachi.evaluate.RegressionScore;
import dev.wadachi.learn.Predictions;
import dev.wadachi.model.Model;
import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// How far off the model is in weeks that it has not seen, beside the rule "as many as last week".
record Evaluate(Task<Model> model, Task<Split> parts) implements Task<Score> {

    @Override
    public Score run(Context in) {
        Table weeks =
                in.load(parts, Split::test).sql("select * from this where lag_1 is not null and lag_52 is not null");
        double[] sold = weeks.doubles("units");
        RegressionScore score = RegressionScore.of(sold, Predictions.of(in.load(model), weeks));
        RegressionScore lastWeek = RegressionScore.of(sold, weeks.doubles("lag_1"));
        in.metric("mae", score.mae());
        return new Score(score.mae(), score.wape(), lastWeek.mae(), score.rows());
    }
}
