package {{package}};

import dev.wadachi.evaluate.RegressionMetric;
import dev.wadachi.evaluate.RegressionScore;
import dev.wadachi.learn.Predictions;
import dev.wadachi.model.Model;
import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.util.Arrays;

/// How far off the model is for flats that it has not seen, beside the rule "each costs what flats cost on average".
record Evaluate(Task<Model> model, Task<Split> parts) implements Task<Score> {

    @Override
    public Score run(Context in) {
        Table flats = in.load(parts, Split::test);
        double[] rents = flats.doubles("rent");
        double[] average = new double[rents.length];
        Arrays.fill(average, mean(in.load(parts, Split::train).doubles("rent")));
        RegressionScore score = RegressionScore.of(rents, Predictions.of(in.load(model), flats));
        in.metric("mae", score.mae());
        return new Score(score.mae(), score.mape(), RegressionMetric.MAE.of(rents, average), score.rows());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
