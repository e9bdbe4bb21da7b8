package dev.wadachi.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.evaluate.RegressionMetric;
import dev.wadachi.model.Batch;
import dev.wadachi.model.Matrix;
import dev.wadachi.model.Model;
import dev.wadachi.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;

class GbdtTest {

    private static final Gbdt GBDT = new Gbdt().withRounds(60);

    private final Table rows = Sample.weeks(600);

    @Test
    void predictions_have_the_bits_of_the_native_library() throws Exception {
        Model model = GBDT.fit(rows, Sample.WEEKLY);
        Batch batch = TableBatch.of(rows, model.signature().inputs());

        double[] ours = model.predict(batch);

        Booster booster =
                XGBoost.loadModel(new ByteArrayInputStream(model.files().get("booster.json")));
        Matrix matrix = model.preprocessing().encode(batch);
        float[][] theirs = booster.predict(new DMatrix(matrix.floats(), matrix.rows(), matrix.columns(), Float.NaN));
        assertThat(ours).hasSize(600);
        for (int row = 0; row < ours.length; row++) {
            assertThat(ours[row]).isEqualTo(theirs[row][0]);
        }
    }

    @Test
    void the_number_of_threads_does_not_change_a_byte() {
        TrainingSet training = TrainingSet.of(rows, Sample.WEEKLY, TrainingSet.Categories.ORDINAL);
        Gbdt sampling = new Gbdt(40, 0.2, 5, 1, 1, 0.7, 0.7, 3);

        assertThat(Xgboost.train(training, sampling, 2)).isEqualTo(Xgboost.train(training, sampling, 1));
    }

    @Test
    void another_seed_draws_other_rows() {
        Gbdt first = new Gbdt(5, 0.2, 5, 1, 1, 0.7, 0.7, 1);
        Gbdt second = new Gbdt(5, 0.2, 5, 1, 1, 0.7, 0.7, 2);

        assertThat(second.fit(rows, Sample.WEEKLY).files().get("booster.json"))
                .isNotEqualTo(first.fit(rows, Sample.WEEKLY).files().get("booster.json"));
    }

    @Test
    void it_learns_what_a_line_cannot() {
        Table stairs = rows.sql("select *, case when temperature > 20 then 5.0 else 1.0 end as y from this"
                + " where temperature is not null");
        Formula formula = Formula.of("y").from("temperature");

        assertThat(error(GBDT, stairs, formula)).isLessThan(0.05);
        assertThat(error(new Ridge(0.1), stairs, formula)).isGreaterThan(0.5);
    }

    @Test
    void one_set_of_trees_serves_series_of_all_sizes_where_the_target_is_relative() {
        Formula relative = Formula.of("sales").from("temperature").relativeTo("level");
        Table known = rows.sql("select * from this where sales is not null and temperature is not null");

        assertThat(error(GBDT, known, relative)).isLessThan(2);
        assertThat(error(GBDT, known, Formula.of("sales").from("temperature"))).isGreaterThan(50);
    }

    @Test
    void training_prints_nothing() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            new Gbdt().withRounds(3).fit(rows, Sample.WEEKLY);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void hyperparameters_out_of_range_are_refused_with_their_value() {
        assertThatThrownBy(() -> new Gbdt().withRounds(0)).hasMessage("rounds must be at least 1, but was 0");
        assertThatThrownBy(() -> new Gbdt().withRate(1.5)).hasMessage("rate must be at most 1, but was 1.5");
        assertThatThrownBy(() -> new Gbdt().withRate(Double.NaN))
                .hasMessage("rate must be a finite number, but was NaN");
    }

    @Test
    void a_column_that_no_model_reads_is_refused_with_what_to_do() {
        Table dated = rows.sql("select *, date '2021-01-04' as week from this");

        assertThatThrownBy(() -> GBDT.fit(dated, Sample.WEEKLY.from("week")))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("Column week is a DATE")
                .hasMessageContaining("month(week)");
    }

    @Test
    void rows_without_a_single_target_teach_nothing() {
        Table future = rows.sql("select * replace (cast(null as double) as sales) from this");

        assertThatThrownBy(() -> GBDT.fit(future, Sample.WEEKLY))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("None of the 600 rows can be learned from");
    }

    private static double error(Algorithm algorithm, Table rows, Formula formula) {
        Model model = algorithm.fit(rows, formula);
        return RegressionMetric.MAE.of(rows.doubles(formula.target()), Predictions.of(model, rows));
    }
}
