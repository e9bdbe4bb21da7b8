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
import org.junit.jupiter.api.Test;

/// The whole pipeline on the sample, in a store of its own.
class RentsTest {

    private static final Rents RENTS = new Rents("sample/flats.csv", 0.25, new Ridge(1));

    @Test
    void the_model_beats_the_average_and_a_second_run_has_nothing_to_do() throws IOException {
        try (TemporaryProject project = TemporaryProject.make()) {
            project.write("sample/flats.csv", Files.readString(Path.of("sample/flats.csv")));
            try (Wadachi wadachi = project.open()) {
                Score score = wadachi.run(RENTS.evaluate());

                assertThat(score.mae()).isPositive().isLessThan(score.averageMae());
                assertThat(Outcomes.of(wadachi.run(Request.of(RENTS.evaluate()))))
                        .hasToString("hit Evaluate, Features, Flats, Parts, Train");
            }
        }
    }
}
