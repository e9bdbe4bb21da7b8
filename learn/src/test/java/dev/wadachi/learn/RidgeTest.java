package dev.wadachi.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wadachi.model.LinearPredictor;
import dev.wadachi.table.Table;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The numbers are those of scikit-learn 1.2.1: `LinearRegression()` for penalty 0, else
/// `Ridge(alpha=penalty, solver='cholesky')`, fitted to the rows of [Sample#POINTS].
class RidgeTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    private static final Formula FORMULA = Formula.of("y").from("a", "b");

    @ParameterizedTest
    @CsvSource({
        "0, -0.25308159461247026, 1.6906980939209908, 0.9477782454452526",
        "0.5, 0.0245975969168013, 1.6398775787803215, 0.8955168895941962",
        "10, 2.982099346216014, 1.0720609876721914, 0.3986031700079612"
    })
    void weights_are_those_of_scikit_learn(double penalty, double intercept, double a, double b) {
        LinearPredictor fitted = fit(new Ridge(penalty), FORMULA);

        assertThat(fitted.intercept()).isCloseTo(intercept, CLOSE);
        assertThat(fitted.weights().get(0)).isCloseTo(a, CLOSE);
        assertThat(fitted.weights().get(1)).isCloseTo(b, CLOSE);
    }

    @Test
    void a_text_weighs_like_scikit_learns_one_hot_columns() {
        LinearPredictor fitted = fit(new Ridge(1), FORMULA.from("store"));

        assertThat(fitted.intercept()).isCloseTo(0.2869151022695444, CLOSE);
        List<Double> expected = List.of(
                1.6004483048472962, 0.8268422527318575, -0.11669935556178132, 0.3429532081815634, -0.22625385261978187);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(fitted.weights().get(i)).isCloseTo(expected.get(i), CLOSE);
        }
    }

    @Test
    void a_unit_is_the_weight_of_its_row() {
        // Ridge(0.5).fit(X, y / unit, sample_weight=unit / unit.mean())
        LinearPredictor fitted = fit(new Ridge(0.5), FORMULA.relativeTo("unit"));

        assertThat(fitted.intercept()).isCloseTo(-3.866964937410187, CLOSE);
        assertThat(fitted.weights().get(0)).isCloseTo(2.315234002172093, CLOSE);
        assertThat(fitted.weights().get(1)).isCloseTo(0.9021089157689156, CLOSE);
    }

    @Test
    void predictions_relative_to_a_unit_come_back_in_the_unit_of_the_target() {
        double[] predicted =
                Predictions.of(new Ridge(0.5).fit(Sample.POINTS, FORMULA.relativeTo("unit")), Sample.POINTS);

        double ratio = -3.866964937410187 + 2.315234002172093 * 2 + 0.9021089157689156 * 0.5;
        assertThat(predicted[1]).isCloseTo(2 * ratio, CLOSE);
    }

    @Test
    void rows_that_lack_an_input_or_the_target_are_passed_over() {
        Table some = Sample.POINTS.sql(
                "select * from this union all by name select null as a, 3.0 as b, 'naha' as store, 7.0 as y, 1.0 as unit"
                        + " union all by name select 1.0 as a, 3.0 as b, 'naha' as store, null as y, 1.0 as unit");

        assertThat(fit(new Ridge(0.5), some, FORMULA).intercept()).isCloseTo(0.0245975969168013, CLOSE);
    }

    @Test
    void a_column_that_repeats_another_needs_a_penalty() {
        Table twice = Sample.POINTS.sql("select *, a * 2 as c from this");

        assertThatThrownBy(() -> new Ridge(0).fit(twice, FORMULA.from("c")))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("Column 3 of the inputs")
                .hasMessageContaining("give ridge a penalty above 0");
        assertThat(fit(new Ridge(1), twice, FORMULA.from("c")).weights()).hasSize(3);
    }

    @Test
    void a_negative_penalty_is_refused() {
        assertThatThrownBy(() -> new Ridge(-1)).hasMessage("penalty must be 0 or more, but was -1.0");
    }

    private static LinearPredictor fit(Ridge ridge, Formula formula) {
        return fit(ridge, Sample.POINTS, formula);
    }

    private static LinearPredictor fit(Ridge ridge, Table rows, Formula formula) {
        return (LinearPredictor) ridge.fit(rows, formula).predictor();
    }
}
