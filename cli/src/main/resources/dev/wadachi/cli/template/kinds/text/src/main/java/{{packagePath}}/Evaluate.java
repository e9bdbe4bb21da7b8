package {{package}};

import dev.wadachi.learn.Predictions;
import dev.wadachi.model.Model;
import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.util.stream.IntStream;

/// How many messages that it has not seen the model judges as people did, beside the rule "none is a complaint".
record Evaluate(Task<Model> model, Task<Split> parts) implements Task<Score> {

    private static final double HALF = 0.5;

    @Override
    public Score run(Context in) {
        Table messages = in.load(parts, Split::test);
        double[] complaint = messages.doubles("complaint");
        double[] judged = Predictions.of(in.load(model), messages);
        Score score =
                new Score(share(complaint, judged), share(complaint, new double[complaint.length]), complaint.length);
        in.metric("accuracy", score.accuracy());
        return score;
    }

    private static double share(double[] complaint, double[] judged) {
        long right = IntStream.range(0, complaint.length)
                .filter(row -> (judged[row] > HALF) == (complaint[row] > HALF))
                .count();
        return (double) right / complaint.length;
    }
}
