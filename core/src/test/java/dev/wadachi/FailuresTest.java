package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.TextProject.Text;
import dev.wadachi.engine.Event;
import dev.wadachi.engine.Failure;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.engine.RunFailed;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.RunState;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Retry;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import dev.wadachi.task.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a run in which something goes wrong.
@Timeout(60)
class FailuresTest {

    private static volatile CountDownLatch waitedTooLong = new CountDownLatch(0);

    record Parse(Task<String> text) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            in.log("about to parse");
            return Integer.parseInt(in.load(text));
        }

        @Override
        public Expectations<Integer> expects() {
            return value -> value < 0
                    ? List.of(Violation.refuse("the number is not negative", "it is " + value))
                    : value > 100 ? List.of(Violation.warn("the number is small", "it is " + value)) : List.of();
        }
    }

    record Twice(Task<Integer> number) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return 2 * in.load(number);
        }
    }

    record Both(Task<Integer> left, Task<Integer> right) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(left) + in.load(right);
        }
    }

    @TempDir
    Path folder;

    private Wadachi wadachi;
    private final Twice goal = new Twice(new Parse(new Text("number")));

    @BeforeEach
    void open() throws IOException {
        write("21");
        wadachi = new TextProject(folder).open();
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    private void write(String text) throws IOException {
        new TextProject(folder).write("number", text);
    }

    record LoadsNothing() implements Task<Integer> {
        @Override
        @SuppressWarnings("NullAway") // as a caller does who knows nothing of nullness
        public Integer run(Context in) {
            return in.load((Task<Integer>) null);
        }
    }

    @Test
    void a_load_of_null_is_told_as_such() {
        assertThat(wadachi.run(Request.of(new LoadsNothing())).failures())
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure.cause()).hasMessage("load was given null, where a task is due"));
    }

    @Test
    void a_failure_says_what_where_and_what_next() throws IOException {
        write("twelve");
        Report report = wadachi.run(Request.of(goal));
        Failure failure = report.failures().getFirst();
        assertThat(failure.cause()).isInstanceOf(NumberFormatException.class);
        assertThat(failure.chain()).containsExactly("Twice", "Parse");
        assertThat(failure.log()).contains("about to parse");
        assertThatThrownBy(() -> report.value(goal))
                .isInstanceOf(RunFailed.class)
                .hasMessage("""
                        Parse failed: NumberFormatException: For input string: "twelve"
                          needed by Twice
                          mend it and run again: what succeeded is kept""")
                .hasCauseInstanceOf(NumberFormatException.class);
        assertThat(Outcomes.with(report, Outcome.SKIPPED)).containsExactly("Twice");
    }

    @Test
    void a_failure_is_never_kept() throws IOException {
        write("twelve");
        assertThat(wadachi.run(Request.of(goal)).succeeded()).isFalse();
        Report again = wadachi.run(Request.of(goal));
        assertThat(Outcomes.with(again, Outcome.FAILED)).containsExactly("Parse");
        assertThat(Outcomes.with(again, Outcome.HIT)).containsExactly("Text(file=number)");
        assertThat(wadachi.store().traces().ofTask("Parse", 9)).isEmpty();
        write("12");
        assertThat(wadachi.run(goal)).isEqualTo(24);
    }

    @Test
    void a_failure_does_not_stop_what_does_not_need_it() throws IOException {
        write("twelve");
        var well = new Twice(new Parse(Task.of("5")));
        Report report = wadachi.run(Request.of(goal, well));
        assertThat(Outcomes.of(report, "Text(file=number)").outcome()).isEqualTo(Outcome.RAN);
        assertThat(report.count(Outcome.RAN)).isEqualTo(3);
        assertThat(report.count(Outcome.FAILED)).isEqualTo(1);
        assertThat(wadachi.latest(well)).contains(10);
    }

    @Test
    void a_broken_expectation_keeps_nothing_that_could_be_a_hit() throws IOException {
        write("-3");
        assertThatThrownBy(() -> wadachi.run(goal))
                .isInstanceOf(RunFailed.class)
                .hasMessageContaining("the number is not negative")
                .hasMessageContaining("it is -3");
        assertThat(wadachi.store().traces().ofTask("Parse", 9)).isEmpty();
        assertThat(wadachi.plan(goal).isUpToDate()).isFalse();
    }

    @Test
    void a_mild_violation_is_a_warning_kept_with_the_result() throws IOException {
        write("300");
        Report report = wadachi.run(Request.of(goal));
        assertThat(report.value(goal)).isEqualTo(600);
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("the number is small"));
        assertThat(wadachi.store()
                        .traces()
                        .ofTask("Parse", 1)
                        .getFirst()
                        .trace()
                        .notes()
                        .warnings())
                .anyMatch(warning -> warning.contains("it is 300"));
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Files.delete(folder.resolve("number"));
        assertThatThrownBy(() -> wadachi.run(goal))
                .isInstanceOf(RunFailed.class)
                .hasMessageContaining("there is no such file")
                .hasMessageContaining("number");
        assertThat(Outcomes.steps(wadachi.plan(goal)).getFirst()).contains("there is no such file");
    }

    record Nothing() implements Task<String> {
        @Override
        @SuppressWarnings("NullAway") // what users do
        public String run(Context in) {
            return null;
        }
    }

    @Test
    void a_body_that_returns_null_is_told_what_to_return() {
        assertThatThrownBy(() -> wadachi.run(new Nothing())).hasMessageContaining("new Done()");
    }

    /// Fails as often as its file has lines, and takes one away each time.
    @Retry(times = 2, delaySeconds = 0.05)
    record Flaky(String file) implements Task<String> {
        @Override
        public String run(Context in) throws IOException {
            Path left = in.path(file);
            List<String> lines = Files.readAllLines(left);
            if (!lines.isEmpty()) {
                Files.write(left, lines.subList(1, lines.size()));
                throw new IOException("not yet: " + lines.size());
            }
            return "at last";
        }
    }

    @Test
    void a_task_is_tried_again_after_growing_delays() throws IOException {
        Files.writeString(folder.resolve("left"), "a\nb\n");
        Report report = wadachi.run(Request.of(new Flaky("left")));
        assertThat(report.value(new Flaky("left"))).isEqualTo("at last");
        assertThat(report.warnings())
                .filteredOn(warning -> warning.contains("follows in"))
                .hasSize(2)
                .anyMatch(warning -> warning.contains("try 2 of 3 follows in 0.05 s"))
                .anyMatch(warning -> warning.contains("try 3 of 3 follows in 0.1 s"));
        assertThat(Outcomes.of(report, "Flaky(file=left)").wall()).isGreaterThan(Duration.ofMillis(140));
    }

    @Test
    void the_last_failure_counts_when_every_try_fails() throws IOException {
        Files.writeString(folder.resolve("left"), "a\nb\nc\nd\n");
        assertThatThrownBy(() -> wadachi.run(new Flaky("left")))
                .hasMessageContaining("tried 3 times")
                .hasMessageContaining("not yet: 2");
    }

    record Eager(String text) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            try {
                return in.load(new Parse(Task.of(text)));
            } catch (RuntimeException swallowed) {
                return -1;
            }
        }
    }

    @Test
    void a_body_that_swallows_a_failed_load_keeps_nothing() {
        Report report = wadachi.run(Request.of(new Eager("twelve")));
        assertThat(Outcomes.with(report, Outcome.SKIPPED)).containsExactly("Eager(text=twelve)");
        assertThat(wadachi.store().traces().ofTask("Eager", 9)).isEmpty();
    }

    @dev.wadachi.task.Timeout(seconds = 0.2)
    record Slow() implements Task<String> {
        @Override
        public String run(Context in) throws InterruptedException {
            new CountDownLatch(1).await();
            return "never";
        }
    }

    @dev.wadachi.task.Timeout(seconds = 0.2)
    record Half() implements Task<String> {
        @Override
        public String run(Context in) {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return "half of it";
        }
    }

    /// Takes until the one that loads it has timed out.
    record Nap() implements Task<String> {
        @Override
        public String run(Context in) throws InterruptedException {
            waitedTooLong.await();
            return "too late";
        }
    }

    @dev.wadachi.task.Timeout(seconds = 0.2)
    record Waits() implements Task<String> {
        @Override
        public String run(Context in) {
            return in.load(new Nap());
        }
    }

    @Test
    void a_body_that_takes_too_long_is_interrupted_and_fails() {
        assertThatThrownBy(() -> wadachi.run(new Slow()))
                .hasMessageContaining("it took longer than the 0.2 s that its @Timeout allows");
    }

    @Test
    void what_an_interrupted_body_returns_is_not_kept() {
        assertThatThrownBy(() -> wadachi.run(new Half())).hasMessageContaining("@Timeout");
        assertThat(wadachi.store().traces().ofTask("Half", 9)).isEmpty();
    }

    @Test
    void a_body_that_waits_too_long_for_a_load_has_timed_out_itself() {
        waitedTooLong = new CountDownLatch(1);
        Report report = wadachi.run(Request.of(new Waits()).jobs(1).listener(event -> {
            if (event instanceof Event.TaskEnded(var result) && result.outcome() == Outcome.FAILED) {
                waitedTooLong.countDown();
            }
        }));
        assertThat(Outcomes.with(report, Outcome.FAILED)).containsExactly("Waits");
    }

    @Test
    void the_run_records_its_error_with_stack_and_chain() throws IOException {
        write("twelve");
        Report report = wadachi.run(Request.of(goal));
        RunRecord run = wadachi.store().runs().find(report.run()).orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.summary().orElseThrow().failure().orElseThrow()).contains("needed by Twice");
        StringBuilder events = new StringBuilder();
        wadachi.store().runs().events(run.id(), event -> events.append(event).append('\n'));
        assertThat(events).contains("NumberFormatException", "Parse.run(FailuresTest.java", "[\"Twice\",\"Parse\"]");
    }

    record Moving(String file) implements Source<String> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFile(from.path(file));
        }

        @Override
        public String run(Context in) throws IOException {
            Path path = in.path(file);
            String text = Files.readString(path);
            if (text.length() < 3) {
                Files.writeString(path, text + "+");
            }
            return text;
        }
    }

    @Test
    void a_source_that_moves_while_it_is_read_is_read_again() throws IOException {
        Files.writeString(folder.resolve("moving"), "a");
        Report report = wadachi.run(Request.of(new Moving("moving")));
        assertThat(report.value(new Moving("moving"))).isEqualTo("a++");
        assertThat(report.warnings()).hasSize(2).allMatch(text -> text.contains("changed while it was read"));
        assertThat(wadachi.store().traces().ofTask("Moving", 9)).hasSize(1);
        assertThat(wadachi.run(Request.of(new Moving("moving"))).count(Outcome.RAN))
                .isZero();
    }

    record Restless() implements Source<String> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.of(String.valueOf(System.nanoTime()));
        }

        @Override
        public String run(Context in) {
            return "whatever";
        }
    }

    @Test
    void a_source_that_never_stands_still_fails_in_the_end() {
        assertThatThrownBy(() -> wadachi.run(new Restless())).hasMessageContaining("changed each of the 5 times");
    }
}
