package dev.wadachi.cli.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultTextTest {

    @Test
    void a_text_that_is_too_long_for_a_line_keeps_its_beginning_and_its_end() {
        String parameters = "Train(algorithm=gbdt(" + "rate=0.1,".repeat(20) + "),fold=2021-12-20)";

        assertThat(ResultText.onALine(parameters))
                .startsWith("Train(algorithm=gbdt(rate=0.1,")
                .contains("…")
                .endsWith("fold=2021-12-20)")
                .hasSizeLessThan(80);
        assertThat(ResultText.onALine("Train(lag=1)")).isEqualTo("Train(lag=1)");
    }
}
