package dev.wadachi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTest {

    private static final Field SALES = Field.number("sales");

    /// 2 + 3 · lag_2, and 10 more in ueno.
    private static final Model LINEAR = Model.of(
            SALES,
            new Preprocessing(List.of(
                    new NumberEncoding("lag_2"), new OneHotEncoding("store", List.of("kobe", "ueno"), Unseen.MISSING))),
            new LinearPredictor(2, List.of(3.0, 0.0, 10.0)));

    private static final Model RULE = Model.of(SALES, Preprocessing.ofNumbers(List.of("lag_2")), new ColumnRule());

    private static final Model TREES = Model.of(
            SALES,
            Preprocessing.ofNumbers(List.of("a", "b", "c", "d")),
            TreePredictor.ofXgboostJson(TreePredictorTest.resource("booster.json")));

    static List<Model> models() {
        return List.of(LINEAR, RULE, TREES, LINEAR.relativeTo("lag_2"), TREES.relativeTo("level"));
    }

    @Test
    void a_linear_model_adds_up_what_its_columns_weigh() {
        assertThat(LINEAR.predict(Map.of("lag_2", 5, "store", "ueno"))).isEqualTo(27);
        assertThat(LINEAR.predict(Map.of("lag_2", 5, "store", "kobe"))).isEqualTo(17);
    }

    @Test
    void a_rule_answers_with_its_column() {
        assertThat(RULE.predict(Map.of("lag_2", 312, "never asked for", "x"))).isEqualTo(312);
    }

    @Test
    void a_model_relative_to_a_column_answers_in_units_of_it() {
        Model model = RULE.relativeTo("level");

        assertThat(model.signature().inputs()).containsExactly(Field.number("lag_2"), Field.number("level"));
        assertThat(model.predict(Map.of("lag_2", 1.5, "level", 200))).isEqualTo(300);
    }

    @Test
    void rows_of_plain_numbers_are_read_in_the_order_of_the_inputs() {
        assertThat(RULE.relativeTo("level").predict(new double[] {1.5, 200, 2, 10}))
                .containsExactly(300, 20);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_that_was_saved_and_loaded_predicts_the_same_bits(Model model, @TempDir Path folder) throws Exception {
        model.withLineage(Map.of("algorithm", "gbdt(rate=0.1)")).save(folder);

        Model loaded = Model.load(folder);

        assertThat(loaded.signature()).isEqualTo(model.signature());
        assertThat(loaded.lineage()).containsExactly(Map.entry("algorithm", "gbdt(rate=0.1)"));
        assertThat(loaded.predict(batch(model))).containsExactly(model.predict(batch(model)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void equal_models_have_equal_files(Model model) {
        Map<String, byte[]> again = Model.ofFiles(model.files()).files();

        assertThat(new TreeMap<>(again).keySet()).isEqualTo(model.files().keySet());
        again.forEach((name, bytes) -> assertThat(bytes).isEqualTo(model.files().get(name)));
    }

    @Property
    void one_row_alone_is_answered_like_the_same_row_among_many(
            @ForAll @Size(12) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();

        double[] together = TREES.predict(numbers);

        for (int row = 0; row < together.length; row++) {
            double[] alone = TREES.predict(Arrays.copyOfRange(numbers, row * 4, row * 4 + 4));
            assertThat(alone).containsExactly(together[row]);
        }
    }

    @Test
    void an_unseen_category_is_all_zeros_where_it_counts_as_missing() {
        assertThat(LINEAR.predict(Map.of("lag_2", 5, "store", "naha"))).isEqualTo(17);
    }

    @Test
    void an_unseen_category_is_refused_by_name_where_the_model_says_so() {
        Model strict = Model.of(
                SALES,
                new Preprocessing(List.of(new OrdinalEncoding("store", List.of("kobe", "ueno"), Unseen.REFUSE))),
                new ColumnRule());

        assertThat(strict.predict(Map.of("store", "ueno"))).isEqualTo(1);
        assertThatThrownBy(() -> strict.predict(Map.of("store", "naha")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("The model was trained without \"naha\" in column store");
    }

    @Test
    void a_missing_value_goes_where_training_sent_it() {
        float[] line = TreePredictorTest.lines().stream()
                .filter(cells -> Float.isNaN(cells[0]))
                .findFirst()
                .orElseThrow();
        Map<String, Double> row = new HashMap<>();
        List.of("a", "b", "c", "d").forEach(name -> row.put(name, (double) line[name.charAt(0) - 'a']));
        row.put("a", null);

        assertThat(TREES.predict(row)).isEqualTo(line[4]);
    }

    @Test
    void everything_that_is_wrong_with_a_row_is_said_at_once() {
        assertThatThrownBy(() -> LINEAR.relativeTo("level").predict(Map.of("lag_2", "many", "level", 3)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("lag_2 must be a number; store (text) is not there");
    }

    @Test
    void a_predictor_that_reads_other_columns_than_there_are_is_refused() {
        assertThatThrownBy(() -> Model.of(
                        SALES, Preprocessing.ofNumbers(List.of("a")), new LinearPredictor(0, List.of(1.0, 2.0))))
                .hasMessage("the predictor reads 2 columns, but the preprocessing makes 1: [a]");
    }

    @Test
    void a_model_of_a_later_format_is_refused(@TempDir Path folder) throws Exception {
        RULE.save(folder);
        Path description = folder.resolve("model.json");
        Files.writeString(description, Files.readString(description).replace("\"format\": 1", "\"format\": 2"));

        assertThatThrownBy(() -> Model.load(folder))
                .hasMessageContaining("format 2")
                .hasMessageContaining("newer");
    }

    @Test
    void the_description_is_json_that_a_person_can_read() {
        assertThat(new String(LINEAR.files().get("model.json"), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("""
                        {
                          "format": 1,
                          "inputs": [
                            {
                              "name": "lag_2",
                              "kind": "number"
                            },
                            {
                              "name": "store",
                              "kind": "text"
                            }
                          ],
                          "output": {
                            "name": "sales",
                            "kind": "number"
                          },
                          "preprocessing": [
                            {
                              "encoding": "number",
                              "column": "lag_2"
                            },
                            {
                              "encoding": "one-hot",
                              "column": "store",
                              "categories": ["kobe", "ueno"],
                              "unseen": "missing"
                            }
                          ],
                          "predictor": {
                            "kind": "linear",
                            "intercept": 2.0,
                            "weights": [3.0, 0.0, 10.0]
                          },
                          "lineage": {}
                        }
                        """);
    }

    private static Batch batch(Model model) {
        int rows = 5;
        Batch.Builder batch = Batch.ofRows(rows);
        model.signature().inputs().forEach(input -> {
            if (input.kind() == Kind.NUMBER) {
                batch.numbers(input.name(), 0.1, -7, Double.NaN, 3e8, 1.0 / 3);
            } else {
                batch.texts(input.name(), "kobe", "ueno", null, "naha", "");
            }
        });
        return batch.build();
    }
}
