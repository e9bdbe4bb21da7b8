package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.engine.Force;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.External;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Sink;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Outputs that stay outside, and what happens to them there.
@Timeout(60)
class SinkTest {

    /// A file that people read; `gone` where it is not there.
    record Publish(Task<String> text, String file) implements Sink {
        @Override
        public External run(Context in) throws IOException {
            Path target = in.path(file);
            Files.writeString(target, in.load(text));
            return new External(target.toUri(), stampOf(target));
        }

        @Override
        public String target(Resources from) {
            return "the file " + from.path(file);
        }

        @Override
        public Stamp stamp(External output, Resources from) {
            return stampOf(from.path(file));
        }

        private static Stamp stampOf(Path file) {
            return Files.exists(file) ? Stamp.ofFile(file) : Stamp.of("gone");
        }
    }

    record Announce(Task<External> published) implements Task<String> {
        @Override
        public String run(Context in) throws IOException {
            return "read " + Files.readString(Path.of(in.load(published).uri()));
        }
    }

    /// As [Publish], to a place that stops answering when there is a file `down`.
    record Send(String text) implements Sink {
        @Override
        public External run(Context in) {
            return new External(in.path("sent").toUri(), Stamp.of("sent"));
        }

        @Override
        public String target(Resources from) {
            return "the desk";
        }

        @Override
        public Stamp stamp(External output, Resources from) throws IOException {
            if (Files.exists(from.path("down"))) {
                throw new IOException("no answer");
            }
            return Stamp.of("sent");
        }
    }

    @TempDir
    Path folder;

    private Wadachi wadachi;
    private final Publish publish = new Publish(Task.of("the news"), "news.txt");
    private final Announce goal = new Announce(publish);

    @BeforeEach
    void open() {
        wadachi = Wadachi.open(folder);
        assertThat(wadachi.run(goal)).isEqualTo("read the news");
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    private Path news() {
        return folder.resolve("news.txt");
    }

    private String why(Task<?> task) {
        return Outcomes.steps(wadachi.plan(task)).getFirst();
    }

    @Test
    void what_is_still_as_it_was_left_is_a_hit() throws IOException {
        Files.setLastModifiedTime(news(), java.nio.file.attribute.FileTime.fromMillis(0));
        Report report = wadachi.run(Request.of(goal));
        assertThat(report.count(Outcome.RAN)).isZero();
        assertThat(report.value(goal)).isEqualTo("read the news");
    }

    @Test
    void what_is_gone_outside_is_made_again_and_what_follows_stays() throws IOException {
        Files.delete(news());
        assertThat(why(publish))
                .startsWith("Publish(file=news.txt): WILL_RUN what it left at ")
                .endsWith("news.txt is no longer as it left it");
        assertThat(Outcomes.ran(wadachi.run(Request.of(goal)))).containsExactly("Publish(file=news.txt)");
        assertThat(news()).hasContent("the news");
        assertThat(wadachi.plan(goal).isUpToDate()).isTrue();
    }

    @Test
    void what_somebody_edited_outside_is_made_again() throws IOException {
        Files.writeString(news(), "rumours");
        assertThat(Outcomes.ran(wadachi.run(Request.of(goal)))).containsExactly("Publish(file=news.txt)");
        assertThat(news()).hasContent("the news");
    }

    /// To a place that can say nothing of itself.
    record Tell(String text) implements Sink {
        @Override
        public External run(Context in) throws IOException {
            Files.writeString(
                    in.path("told"),
                    text + " " + in.occasion().hex() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            if (Files.exists(in.path("down"))) {
                throw new IOException("no answer");
            }
            return new External(in.path("told").toUri(), Stamp.of("told"));
        }

        @Override
        public String target(Resources from) {
            return "the street";
        }

        @Override
        public Stamp stamp(External output, Resources from) {
            return output.stamp();
        }
    }

    /// A body that brings a sink up to date while it runs.
    record Ask(String what) implements Task<String> {
        @Override
        public String run(Context in) {
            return in.load(new Tell(what)).uri().toString();
        }
    }

    private List<String> told() throws IOException {
        return Files.readAllLines(folder.resolve("told")).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private long occasions() throws IOException {
        return Files.readAllLines(folder.resolve("told")).stream().distinct().count();
    }

    @Test
    void a_sink_is_skipped_only_while_its_effect_is_the_last_on_its_target() throws IOException {
        wadachi.run(new Tell("a"));
        wadachi.run(new Tell("b"));

        assertThat(why(new Tell("a"))).contains("the street was written since by Tell(text=b) (run ");
        wadachi.run(new Tell("a"));
        wadachi.run(new Tell("a"));

        assertThat(told()).containsExactly("a", "b", "a");
        assertThat(occasions()).isEqualTo(3);
    }

    @Test
    void an_occasion_lasts_until_the_effect_is_completed() throws IOException {
        Files.createFile(folder.resolve("down"));
        assertThatThrownBy(() -> wadachi.run(new Tell("a"))).hasMessageContaining("no answer");
        assertThatThrownBy(() -> wadachi.run(new Tell("a"))).hasMessageContaining("no answer");
        assertThat(occasions()).isEqualTo(1);

        Files.delete(folder.resolve("down"));
        wadachi.run(new Tell("a"));
        assertThat(occasions()).isEqualTo(1);
        wadachi.run(Request.of(new Tell("a")).with(new Force.Rerun("Tell"))).orThrow();
        assertThat(occasions()).isEqualTo(2);
    }

    @Test
    void a_failed_effect_of_another_puts_the_target_in_doubt() throws IOException {
        wadachi.run(new Tell("a"));
        Files.createFile(folder.resolve("down"));
        assertThatThrownBy(() -> wadachi.run(new Tell("b")));
        Files.delete(folder.resolve("down"));

        assertThat(why(new Tell("a"))).contains("the street may not be as it was left: Tell(text=b)");
        wadachi.run(new Tell("a"));
        assertThat(told()).containsExactly("a", "b", "a");
    }

    @Test
    void a_verified_effect_is_one_as_well() throws IOException {
        wadachi.run(new Tell("a"));
        assertThat(wadachi.verify(Request.of(new Tell("a"))).verified())
                .singleElement()
                .satisfies(verified -> assertThat(verified.isSame()).isTrue());
        assertThat(wadachi.run(Request.of(new Tell("a"))).count(Outcome.RAN)).isZero();
        assertThat(occasions()).isEqualTo(2);
    }

    @Test
    void forgetting_results_forgets_no_effect() throws IOException {
        wadachi.run(new Tell("a"));
        wadachi.store().traces().forget("Tell");
        wadachi.run(new Tell("a"));
        assertThat(occasions()).as("what was told is still outside").isEqualTo(2);
    }

    @Test
    void sinks_that_bodies_load_are_refused_when_another_of_the_run_has_their_target() {
        Report report = wadachi.run(Request.of(new Ask("a"), new Ask("b")).jobs(1));
        assertThat(report.failures())
                .anySatisfy(failure -> assertThat(failure.cause().getMessage())
                        .contains("Tell(text=", "both act on the street, and would undo each other"));
        assertThat(report.count(Outcome.RAN))
                .as("one sink, and who asked for it")
                .isEqualTo(2);
    }

    @Test
    void what_cannot_be_asked_is_made_again_and_the_reason_told() throws IOException {
        Send send = new Send("hello");
        wadachi.run(send);
        assertThat(wadachi.run(Request.of(send)).count(Outcome.RAN)).isZero();
        Files.createFile(folder.resolve("down"));
        assertThat(why(send)).contains("no answer");
        assertThat(wadachi.run(Request.of(send)).count(Outcome.RAN)).isEqualTo(1);
    }
}
