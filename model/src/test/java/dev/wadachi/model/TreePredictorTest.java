package dev.wadachi.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The files under `xgboost/` come from XGBoost itself; see the README there.
class TreePredictorTest {

    private final TreePredictor trees = TreePredictor.ofXgboostJson(resource("booster.json"));

    @Test
    void answers_have_the_bits_that_xgboost_answered() {
        List<float[]> lines = lines();
        double[] values = new double[lines.size() * 4];
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < 4; column++) {
                values[row * 4 + column] = lines.get(row)[column];
            }
        }

        double[] answers = trees.predict(new Matrix(lines.size(), 4, values));

        assertThat(trees.size()).isEqualTo(12);
        assertThat(answers)
                .containsExactly(lines.stream().mapToDouble(line -> line[4]).toArray());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    reg:squarederror      | rank:ndcg                | The booster's objective is rank:ndcg
                    "num_class":"0"       | "num_class":"3"          | The booster's number of classes is 3
                    "name":"gbtree"       | "name":"dart"            | The booster's booster is dart
                    "left_children":[1,   | "left_children":[0,      | The booster is damaged: node 0
                    "left_children":[1,   | "left_children":[99,     | The booster is damaged: node 0
                    "trees":              | "bushes":                | There is no "trees" in the booster.learner
                    {"learner"            | {"learner                | the booster
                    """)
    void a_file_that_cannot_be_read_is_refused_and_says_why(String found, String instead, String message) {
        String file = new String(resource("booster.json"), UTF_8);
        assertThat(file).contains(found);

        byte[] other = file.replace(found, instead).getBytes(UTF_8);

        assertThatThrownBy(() -> TreePredictor.ofXgboostJson(other))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(message);
    }

    static List<float[]> lines() {
        return new String(resource("predictions.csv"), UTF_8)
                .lines()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    float[] numbers = new float[cells.length];
                    for (int i = 0; i < cells.length; i++) {
                        numbers[i] = cells[i].isEmpty() ? Float.NaN : Float.parseFloat(cells[i]);
                    }
                    return numbers;
                })
                .toList();
    }

    static byte[] resource(String name) {
        try (InputStream in = TreePredictorTest.class.getResourceAsStream("/xgboost/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
