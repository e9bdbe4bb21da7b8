package dev.wadachi.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "LastValue,last-value",
        "lastValue,last-value",
        "LAST_VALUE,last-value",
        "LightGBM,light-gbm",
        "GBDT,gbdt",
        "XGBoost2,xg-boost2",
        "week,week",
        "HTTPServer,http-server"
    })
    void names_are_written_in_kebab_case(String name, String kebab) {
        assertThat(Names.kebab(name)).isEqualTo(kebab);
    }

    /// Levenshtein distances from Jurafsky and Martin, and of the classical examples of the literature.
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "saturday,sunday,3", "flaw,lawn,2", "'',abc,3", "same,same,0", "ab,ba,1"})
    void distances_are_those_of_the_literature(String from, String to, int distance) {
        assertThat(Nearest.distance(from, to)).isEqualTo(distance);
        assertThat(Nearest.distance(to, from)).isEqualTo(distance);
    }

    @Test
    void the_nearest_name_is_found_and_none_where_all_are_far() {
        List<String> goals = List.of("evaluate", "features", "train");

        assertThat(Nearest.to("evalute", goals)).contains("evaluate");
        assertThat(Nearest.to("Evaluate", goals)).contains("evaluate");
        assertThat(Nearest.to("feat", goals)).contains("features");
        assertThat(Nearest.to("x", goals)).isEmpty();
        assertThat(Nearest.to("predict", goals)).isEmpty();
    }
}
