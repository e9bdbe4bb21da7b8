package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Request;
import dev.wadachi.testkit.Outcomes;
import dev.wadachi.testkit.TemporaryProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// The whole pipeline on the sample, in a store of its own.
class RecommendationsTest {

    private static final Recommendations PIPELINE =
            new Recommendations("sample/purchases.csv", LocalDate.of(2021, 2, 15), 3);

    @Test
    void the_recommendations_beat_what_is_popular_and_a_second_run_has_nothing_to_do() throws IOException {
        try (TemporaryProject project = TemporaryProject.make()) {
            project.write("sample/purchases.csv", Files.readString(Path.of("sample/purchases.csv")));
            try (Wadachi wadachi = project.open()) {
                Score score = wadachi.run(PIPELINE.evaluate());

                assertThat(score.hitRate())
                        .isGreaterThan(score.popularHitRate())
                        .isLessThan(1);
                assertThat(Outcomes.of(wadachi.run(Request.of(PIPELINE.evaluate()))))
                        .hasToString("hit Evaluate, Likeness, Parts, Popular, Purchases, Recommend");
            }
        }
    }
}
