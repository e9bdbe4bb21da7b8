package dev.wadachi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegressionScoreTest {

    private static final double[] ACTUAL = {3, 4.5, 9, 7, 12, 10.5};
    private static final double[] PREDICTED = {2.5, 5, 8, 7.5, 14, 9};

    /// `mean_absolute_error`, `mean_squared_error(squared=False)` and `mean_absolute_percentage_error` of scikit-learn
    /// 1.2.1; WAPE is 6 / 46 by hand.
    @Test
    void numbers_are_those_of_scikit_learn() {
        RegressionScore score = RegressionScore.of(ACTUAL, PREDICTED);

        assertThat(score.mae()).isEqualTo(1.0);
        assertThat(score.rmse()).isCloseTo(1.1547005383792515, within(1e-15));
        assertThat(score.mape()).isCloseTo(0.12830687830687829, within(1e-15));
        assertThat(score.wape()).isCloseTo(6.0 / 46, within(1e-15));
        assertThat(score.rows()).isEqualTo(6);
    }

    @Test
    void a_perfect_forecast_scores_nothing() {
        assertThat(RegressionScore.of(ACTUAL, ACTUAL)).isEqualTo(new RegressionScore(0, 0, 0, 0, 6));
    }

    @Test
    void unequal_lengths_are_refused_with_both() {
        assertThatThrownBy(() -> RegressionScore.of(ACTUAL, new double[2])).hasMessageContaining("but has 2 for 6");
    }
}
