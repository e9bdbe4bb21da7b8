package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.TextProject.Text;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Requirement;
import dev.wadachi.task.Retry;
import dev.wadachi.task.Task;
import dev.wadachi.task.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a task requires of its upstreams' values, and what becomes of one whose upstreams gave something else.
@Timeout(60)
class RequirementsTest {

    private static final AtomicInteger BODIES = new AtomicInteger();

    private static Expectations<String> digits() {
        return value -> value.matches("[0-9]+")
                ? List.of()
                : List.of(Violation.refuse("there are digits only", "it is \"" + value + "\""));
    }

    private static Expectations<CharSequence> isShort() {
        return value -> value.length() < 3 ? List.of() : List.of(Violation.warn("it is short", "it is " + value));
    }

    @Retry(times = 2, delaySeconds = 0)
    record Sum(Task<String> left, Task<String> right) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            BODIES.incrementAndGet();
            return Integer.parseInt(in.load(left)) + Integer.parseInt(in.load(right));
        }

        @Override
        public List<Requirement<?>> requires() {
            return List.of(
                    new Requirement<>(left, digits()),
                    new Requirement<>(right, digits()),
                    new Requirement<>(right, isShort()));
        }
    }

    record Strange(Task<String> text) implements Task<String> {
        @Override
        public String run(Context in) {
            return in.load(text);
        }

        @Override
        public List<Requirement<?>> requires() {
            return List.of(new Requirement<>(new Text("left"), digits()));
        }
    }

    @TempDir
    Path folder;

    private Wadachi wadachi;
    private final Sum goal = new Sum(new Text("left"), new Text("right"));

    @BeforeEach
    void open() throws IOException {
        BODIES.set(0);
        write("left", "1");
        write("right", "2");
        wadachi = new TextProject(folder).open();
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    private void write(String file, String text) throws IOException {
        new TextProject(folder).write(file, text);
    }

    @Test
    void a_task_whose_requirements_hold_runs() {
        assertThat(wadachi.run(goal)).isEqualTo(3);
        assertThat(BODIES).hasValue(1);
    }

    @Test
    void every_mismatch_is_found_before_the_body_runs_and_names_the_upstream_that_gave_the_value() throws IOException {
        write("left", "one");
        write("right", "two");
        Report report = wadachi.run(Request.of(goal));
        assertThat(Outcomes.with(report, Outcome.FAILED)).containsExactly("Sum");
        assertThatThrownBy(() -> report.value(goal)).hasMessage("""
                Sum failed: expected that in what Text(file=left) gave, there are digits only, but it is "one"
                  expected that in what Text(file=right) gave, there are digits only, but it is "two"
                  Sum was not run; mend Text(file=left) and Text(file=right), or change what Sum.requires() says""");
        assertThat(BODIES).hasValue(0);
    }

    @Test
    void a_requirement_may_only_warn() throws IOException {
        write("right", "2000");
        Report report = wadachi.run(Request.of(goal));
        assertThat(report.value(goal)).isEqualTo(2001);
        assertThat(wadachi.store()
                        .traces()
                        .ofTask("Sum", 1)
                        .getFirst()
                        .trace()
                        .notes()
                        .warnings())
                .containsExactly("Sum: expected that in what Text(file=right) gave, it is short, but it is 2000");
    }

    @Test
    void a_value_that_is_gone_from_the_store_is_made_again_before_it_is_looked_at() throws IOException {
        wadachi.run(goal);
        wadachi.store().traces().forget("Sum");
        wadachi.close();
        try (var blobs = Files.walk(folder.resolve(".wadachi/blobs"))) {
            for (Path blob : blobs.filter(Files::isRegularFile).toList()) {
                Files.delete(blob);
            }
        }
        wadachi = new TextProject(folder).open();
        assertThat(wadachi.run(goal)).isEqualTo(3);
    }

    @Test
    void what_is_required_of_a_task_that_is_no_component_is_refused() {
        assertThatThrownBy(() -> wadachi.run(new Strange(new Text("right"))))
                .hasMessageContaining(
                        "Strange.requires() names Text, which is no component of Strange; hand the component itself");
    }
}
