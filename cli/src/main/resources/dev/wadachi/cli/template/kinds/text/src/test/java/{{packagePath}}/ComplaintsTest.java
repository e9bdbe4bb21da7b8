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
class ComplaintsTest {

    private static final Complaints COMPLAINTS = new Complaints("sample/messages.csv", 128, 0.25, new Ridge(5));

    @Test
    void the_model_beats_the_rule_of_no_complaints_and_a_second_run_has_nothing_to_do() throws IOException {
        try (TemporaryProject project = TemporaryProject.make()) {
            project.write("sample/messages.csv", Files.readString(Path.of("sample/messages.csv")));
            try (Wadachi wadachi = project.open()) {
                Score score = wadachi.run(COMPLAINTS.evaluate());

                assertThat(score.accuracy()).isGreaterThan(score.noneAccuracy()).isLessThanOrEqualTo(1);
                assertThat(Outcomes.of(wadachi.run(Request.of(COMPLAINTS.evaluate()))))
                        .hasToString("hit Evaluate, Features, Messages, Parts, Train");
            }
        }
    }
}
