package dev.wadachi.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.model.Model;
import dev.wadachi.parameter.ValueForm;
import dev.wadachi.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlgorithmTest {

    record Row(double lag_2, double lag_52, double sales) {}

    private static final Table ROWS = Table.of(List.of(new Row(10, 7, 11), new Row(20, 17, 19)));

    private static final ValueForm FORM = ValueForm.of(Algorithm.class);

    static List<Algorithm> catalogue() {
        return List.of(new LastValue(2), new SeasonalNaive(52), new Ridge(0.5), new Gbdt().withRate(0.05));
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void an_algorithm_reads_back_from_what_it_prints(Algorithm algorithm) {
        assertThat(FORM.parse(FORM.print(algorithm))).isEqualTo(algorithm);
        assertThat(FORM.parse(algorithm.text())).isEqualTo(algorithm);
    }

    @Test
    void a_bare_name_takes_the_defaults() {
        assertThat(FORM.parse("gbdt")).isEqualTo(new Gbdt());
        assertThat(FORM.parse("gbdt(rate=0.05)")).isEqualTo(new Gbdt().withRate(0.05));
        assertThat(FORM.parse("ridge")).isEqualTo(new Ridge(1));
        assertThat(FORM.parse("last-value(lag=2)")).isEqualTo(new LastValue(2));
        assertThat(FORM.parse("seasonal-naive")).isEqualTo(new SeasonalNaive(52));
    }

    @Test
    void its_text_leaves_out_what_is_usual() {
        assertThat(new Gbdt().text()).isEqualTo("gbdt");
        assertThat(new Gbdt(300, 0.1, 6, 1, 1, 1, 0.25, 0).text()).isEqualTo("gbdt(rounds=300,columnShare=0.25)");
        assertThat(new LastValue(2).text()).isEqualTo("last-value(lag=2)");
    }

    @Test
    void rules_answer_with_earlier_values() {
        Formula formula = Formula.of("sales");

        assertThat(Predictions.of(new LastValue(2).fit(ROWS, formula), ROWS)).containsExactly(10, 20);
        assertThat(Predictions.of(new SeasonalNaive(52).fit(ROWS, formula), ROWS))
                .containsExactly(7, 17);
    }

    @Test
    void a_rule_whose_column_is_not_there_says_which() {
        assertThatThrownBy(() -> new LastValue(3).fit(ROWS, Formula.of("sales")))
                .isInstanceOf(LearningException.class)
                .hasMessageStartingWith("last-value(lag=3) reads the column lag_3, but the rows have no such column.");
    }

    @Test
    void a_model_tells_which_algorithm_made_it_from_how_many_rows() {
        Model model = new Ridge(0.5).fit(ROWS, Formula.of("sales").from("lag_2"));

        assertThat(model.lineage()).containsEntry("rows", "2").containsEntry("algorithm", "ridge(penalty=0.5)");
    }

    @Test
    void a_formula_that_learns_from_its_own_target_is_refused() {
        assertThatThrownBy(() -> Formula.of("sales").from("lag_2", "sales"))
                .hasMessage("the target sales must not be an input as well");
    }
}
