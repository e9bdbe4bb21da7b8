package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Request;
import dev.wadachi.learn.Ridge;
import dev.wadachi.testkit.Outcomes;
import dev.wadachi.testkit.TemporaryProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// The whole pipeline on the sample, in a store of its own.
class DemandTest {

    private static final Demand DEMAND = new Demand("sample/sales.csv", LocalDate.of(2021, 1, 4), new Ridge(1));

    @Test
    void the_model_beats_last_weeks_sales_and_a_second_run_has_nothing_to_do() throws IOException {
        try (TemporaryProject project = TemporaryProject.make()) {
            project.write("sample/sales.csv", Files.readString(Path.of("sample/sales.csv")));
            try (Wadachi wadachi = project.open()) {
                Score score = wadachi.run(DEMAND.evaluate());

                assertThat(score.mae()).isPositive().isLessThan(score.lastWeekMae());
                assertThat(Outcomes.of(wadachi.run(Request.of(DEMAND.evaluate()))))
                        .hasToString("hit Evaluate, Features, Parts, Sales, Train");
            }
        }
    }
}
