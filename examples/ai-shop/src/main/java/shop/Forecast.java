package shop;

import static dev.wadachi.table.TableExpectations.column;

import dev.wadachi.evaluate.Fold;
import dev.wadachi.learn.Algorithm;
import dev.wadachi.learn.Predictions;
import dev.wadachi.model.Model;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Task;
import java.time.LocalDate;
import java.util.stream.IntStream;

/// How many pieces of each item each shop will sell in the fold's week, by the best algorithm, trained on all that is
/// known. Which algorithm that is turns out only while running, so its model is no component but loaded.
record Forecast(Task<Table> features, Task<Algorithm> best, Fold fold) implements Task<Table> {

    /// One forecast, in pieces a week, to one decimal.
    record Demanded(LocalDate week, String store, String item, double forecast, String algorithm) {}

    @Override
    public Table run(Context in) {
        Algorithm algorithm = in.load(best);
        Model model = in.load(new Train(features, fold, algorithm));
        Table week = fold.test(in.load(features), "week");
        String[] stores = week.strings("store");
        String[] items = week.strings("item");
        double[] pieces = Predictions.of(model, week);
        return Table.of(
                Demanded.class,
                IntStream.range(0, pieces.length)
                        .mapToObj(row -> new Demanded(
                                fold.target(), stores[row], items[row], rounded(pieces[row]), algorithm.text()))
                        .toList());
    }

    private static double rounded(double pieces) {
        return Math.rint(pieces * 10) / 10;
    }

    @Override
    public Expectations<Table> expects() {
        return column("forecast").between(0, 10_000);
    }
}
