package dev.wadachi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Task;
import dev.wadachi.task.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectTest {

    private static final AtomicInteger RUNS = new AtomicInteger();

    private record Words(String file) implements Task<List<String>> {
        @Override
        public List<String> run(Context in) throws IOException {
            RUNS.incrementAndGet();
            return List.of(Files.readString(in.path(file)).split(" "));
        }

        @Override
        public Expectations<List<String>> expects() {
            return words -> words.size() > 1
                    ? List.of()
                    : List.of(Violation.refuse("there are two words or more", "there was " + words.size()));
        }
    }

    private record Count(Task<List<String>> words, Task<List<String>> again) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            int count = in.load(words).size() + in.load(again).size();
            in.metric("count", count);
            in.metric("loss", 0.5, 1);
            in.metric("loss", 0.25, 2);
            in.child("fold 1", Map.of("k", 1)).metric("loss", 9);
            in.log("counted " + count);
            return count;
        }
    }

    private record Loop(List<Task<Integer>> self) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(self.getFirst());
        }
    }

    private record Draw() implements Task<Long> {
        @Override
        public Long run(Context in) {
            return in.random().nextLong();
        }
    }

    @TempDir
    Path project;

    @Test
    @SuppressWarnings("NullAway") // as a caller does who knows nothing of nullness
    void a_load_of_null_is_told_as_the_engine_tells_it() {
        assertThatThrownBy(() -> new Direct().load((Task<Integer>) null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("load was given null, where a task is due");
    }

    @Test
    void a_body_runs_with_values_at_hand() {
        Direct in = new Direct();

        assertThat(new Count(Task.of(List.of("a")), Task.of(List.of("b", "c"))).run(in))
                .isEqualTo(3);
        assertThat(in.metric("count")).hasValue(3);
        assertThat(in.metric("loss")).hasValue(0.25);
        assertThat(in.metrics()).contains(new MetricPoint("loss", 0.5, 1L)).hasSize(3);
        assertThat(in.children())
                .hasEntrySatisfying(
                        "fold 1", child -> assertThat(child.metric("loss")).hasValue(9));
        assertThat(in.lines()).containsExactly("counted 3");
    }

    @Test
    void an_upstream_runs_once_and_reads_files_of_the_project() throws IOException {
        Files.writeString(project.resolve("words.txt"), "one two");
        Words words = new Words("words.txt");
        RUNS.set(0);

        assertThat(new Count(words, words).run(Direct.in(project))).isEqualTo(4);
        assertThat(RUNS).hasValue(1);
    }

    @Test
    void a_failure_of_an_upstream_names_the_chain() {
        Words missing = new Words("missing.txt");

        assertThatThrownBy(() -> Direct.in(project).load(new Count(missing, missing)))
                .isInstanceOf(DirectFailure.class)
                .hasMessageStartingWith("Count → Words failed: java.nio.file.NoSuchFileException")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void a_value_that_is_not_as_expected_is_refused() throws IOException {
        Files.writeString(project.resolve("words.txt"), "one");

        assertThatThrownBy(() -> Direct.in(project).load(new Words("words.txt")))
                .hasMessage(
                        "Words gave a value that is not as expected:\n  expected that there are two words or more, but there was 1");
    }

    @Test
    void a_task_that_loads_itself_is_found_out() {
        List<Task<Integer>> self = new ArrayList<>();
        Loop loop = new Loop(self);
        self.add(loop);

        assertThatThrownBy(() -> new Direct().load(loop)).hasMessage("A task loads itself: Loop → Loop.");
    }

    @Test
    void random_numbers_depend_on_the_seed_and_the_task_alone() {
        long first = new Direct().load(new Draw());

        assertThat(new Direct().load(new Draw())).isEqualTo(first);
        assertThat(new Direct().seed(7).load(new Draw())).isNotEqualTo(first);
    }

    @Test
    void a_load_from_another_thread_is_an_error_as_in_the_engine() throws InterruptedException {
        Direct in = new Direct();
        in.load(Task.of(1));
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = Thread.ofPlatform().name("mine").start(() -> {
            try {
                in.load(Task.of(2));
            } catch (IllegalStateException e) {
                thrown.add(e);
            }
        });
        thread.join();

        assertThat(thrown)
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo(
                        "A body may load only from the thread that runs it, but this is mine; load first, and hand the values to threads of your own.");
    }

    @Test
    void resources_are_given_to_the_test() {
        Direct in = new Direct().with(StringBuilder.class, "warehouse", new StringBuilder("w"));

        assertThat(in.resource(StringBuilder.class, "warehouse")).hasToString("w");
        assertThatThrownBy(() -> in.resource(StringBuilder.class, "store"))
                .hasMessage(
                        "There is no StringBuilder 'store' among "
                                + "[StringBuilder 'warehouse']; give it to the test with new Direct().with(StringBuilder.class, \"store\", …).");
    }

    @Test
    void scratch_goes_when_the_context_is_closed() throws IOException {
        Path scratch;
        Path checkpoint;
        try (Direct in = new Direct()) {
            scratch = in.scratch();
            checkpoint = in.checkpoint();
            Files.writeString(scratch.resolve("file"), "x");

            assertThat(in.scratch()).isNotEqualTo(scratch).isEmptyDirectory();
            assertThat(in.checkpoint()).isEqualTo(checkpoint);
        }
        assertThat(scratch).doesNotExist();
        assertThat(checkpoint).doesNotExist();
    }
}
