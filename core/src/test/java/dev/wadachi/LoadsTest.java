package dev.wadachi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.TextProject.Text;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.engine.RunFailed;
import dev.wadachi.store.Load;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.Recorded;
import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What bodies load while they run, whole or in part.
@Timeout(20)
class LoadsTest {

    /// Loads the files that another file names, one after the other.
    record Named(Task<String> names) implements Task<String> {
        @Override
        public String run(Context in) {
            List<String> texts = new ArrayList<>();
            for (String name : in.load(names).split(",", -1)) {
                texts.add(in.load(new Text(name)));
            }
            return String.join("+", texts);
        }
    }

    record Length(Task<String> text) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(text).length();
        }
    }

    @TempDir
    Path folder;

    private Wadachi wadachi;

    @BeforeEach
    void open() throws IOException {
        write("names", "a,b");
        write("a", "one");
        write("b", "two");
        write("c", "three");
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
    void loads_are_recorded_in_their_order() {
        var goal = new Named(new Text("names"));
        assertThat(wadachi.run(goal)).isEqualTo("one+two");
        Recorded recorded = wadachi.store().traces().ofTask("Named", 1).getFirst();
        assertThat(recorded.trace().inputs().loads())
                .hasSize(2)
                .allSatisfy(load -> assertThat(load).isInstanceOf(Load.Value.class));
        assertThat(wadachi.run(Request.of(goal)).count(Outcome.RAN)).isZero();
    }

    @Test
    void a_changed_load_runs_its_reader_and_others_do_not() throws IOException {
        var goal = new Named(new Text("names"));
        wadachi.run(goal);
        write("c", "other");
        assertThat(wadachi.run(Request.of(goal)).count(Outcome.RAN)).isZero();
        write("b", "2");
        Report report = wadachi.run(Request.of(goal));
        assertThat(report.value(goal)).isEqualTo("one+2");
        assertThat(Outcomes.ran(report)).containsExactly("Named", "Text(file=b)");
        assertThat(Outcomes.of(report, "Named").causes())
                .singleElement()
                .extracting(cause -> cause.text())
                .isEqualTo("the value of Text(file=b), which it loads, changed");
    }

    @Test
    void another_process_makes_loaded_tasks_again_from_their_recipes() throws IOException {
        wadachi.run(new Named(new Text("names")));
        write("a", "1");
        try (Wadachi other = Wadachi.open(folder)) {
            assertThat(other.run(new Named(new Text("names")))).isEqualTo("1+two");
        }
    }

    @Test
    void the_newest_trace_counts_whose_loads_hold() throws IOException {
        var goal = new Named(new Text("names"));
        wadachi.run(goal);
        write("b", "2");
        wadachi.run(goal);
        write("b", "two");
        Report report = wadachi.run(Request.of(goal));
        assertThat(report.value(goal)).isEqualTo("one+two");
        assertThat(Outcomes.ran(report)).isEmpty();
        assertThat(Outcomes.of(report, "Named").trace().orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void a_plan_looks_at_loads_too() throws IOException {
        var goal = new Named(new Text("names"));
        wadachi.run(goal);
        assertThat(wadachi.plan(goal).isUpToDate()).isTrue();
        write("b", "2");
        assertThat(Outcomes.steps(wadachi.plan(goal)))
                .contains(
                        "Text(file=b): WILL_RUN the source changed",
                        "Named: DEPENDS the value of Text(file=b), which it loads, changed");
    }

    /// Its plan sees the loaded task only after the reader, in the order of the goals.
    @Test
    void a_loaded_task_that_is_also_a_later_goal_is_up_to_date_in_the_plan() {
        Request both = Request.of(new Named(new Text("names")), new Text("a"), new Text("b"));
        wadachi.run(both);
        assertThat(Outcomes.steps(wadachi.plan(both))).allMatch(step -> step.endsWith("UP_TO_DATE"));
    }

    @Test
    void loads_within_loads_need_one_core_only() throws IOException {
        record Deep(int depth) implements Task<Integer> {
            @Override
            public Integer run(Context in) {
                return depth == 0 ? 0 : 1 + in.load(new Deep(depth - 1));
            }
        }
        Report report = wadachi.run(Request.of(new Deep(30)).jobs(1));
        assertThat(report.value(new Deep(30))).isEqualTo(30);
        assertThat(wadachi.run(Request.of(new Deep(30)).jobs(1)).count(Outcome.RAN))
                .isZero();
    }

    record Left() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(new Right());
        }
    }

    record Right() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(new Left());
        }
    }

    @Test
    void a_circle_of_loads_is_an_error_that_prints_it() {
        assertThatThrownBy(() -> wadachi.run(new Left()))
                .isInstanceOf(RunFailed.class)
                .hasMessageContaining("Left")
                .hasMessageContaining("Right");
    }

    record Self() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(new Self());
        }
    }

    @Test
    void a_task_that_loads_itself_is_a_circle() {
        assertThatThrownBy(() -> wadachi.run(new Self()))
                .isInstanceOf(RunFailed.class)
                .hasMessageContaining("Self");
    }

    /// A task whose file says which task it loads: none, or one that is named.
    record Turn(String name) implements Source<Integer> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFile(from.path(name));
        }

        @Override
        public Integer run(Context in) throws IOException {
            String next = Files.readString(in.path(name)).strip();
            return next.isEmpty() ? 0 : 1 + in.load(new Turn(next));
        }
    }

    @Test
    void a_circle_that_arises_between_what_was_loaded_before_and_what_is_now_ends_with_an_error() throws IOException {
        write("a", "b");
        write("b", "");
        assertThat(wadachi.run(new Turn("a"))).isEqualTo(1);
        write("b", "a");
        assertThatThrownBy(() -> wadachi.run(new Turn("a")))
                .isInstanceOf(RunFailed.class)
                .hasMessageContaining("Turn(name=b)");
        write("a", "");
        assertThat(wadachi.run(new Turn("b"))).isEqualTo(1);
    }

    record Threaded() implements Task<String> {
        @Override
        public String run(Context in) throws InterruptedException {
            AtomicReference<String> said = new AtomicReference<>("");
            Thread thread = new Thread(() -> {
                try {
                    in.load(Task.of(1));
                } catch (IllegalStateException e) {
                    said.set(e.getMessage());
                }
            });
            thread.start();
            thread.join();
            return Objects.requireNonNull(said.get());
        }
    }

    @Test
    void loading_on_a_thread_of_ones_own_is_an_error() {
        assertThat(wadachi.run(new Threaded())).contains("in.load").contains("Threaded");
    }

    @SuppressWarnings("ArrayRecordComponent") // stored as bytes, never compared
    record Halves(byte[] train, byte[] test) {}

    record Split(Task<String> text) implements Task<Halves> {
        @Override
        public Halves run(Context in) {
            String[] halves = in.load(text).split("/", -1);
            return new Halves(halves[0].getBytes(UTF_8), halves[1].getBytes(UTF_8));
        }
    }

    record Trained(Task<Halves> split) implements Task<String> {
        @Override
        public String run(Context in) {
            return "trained on " + new String(in.load(split, Halves::train), UTF_8);
        }
    }

    record Tested(Task<Halves> split) implements Task<String> {
        @Override
        public String run(Context in) {
            Halves halves = in.load(split);
            return new String(halves.train(), UTF_8) + "|" + new String(halves.test(), UTF_8);
        }
    }

    @Test
    void a_reader_of_one_part_depends_on_that_part_alone() throws IOException {
        write("a", "x/y");
        var split = new Split(new Text("a"));
        Request request = Request.of(new Trained(split), new Tested(split));
        Report first = wadachi.run(request);
        assertThat(first.value(new Trained(split))).isEqualTo("trained on x");
        write("a", "x/z");
        Report report = wadachi.run(request);
        assertThat(Outcomes.ran(report)).containsExactly("Split", "Tested", "Text(file=a)");
        assertThat(report.value(new Tested(split))).isEqualTo("x|z");
        write("a", "w/z");
        assertThat(Outcomes.ran(wadachi.run(request))).contains("Trained");
    }

    record Draw() implements Task<Long> {
        @Override
        public Long run(Context in) {
            return in.random().nextLong();
        }
    }

    @Test
    void drawing_makes_the_seed_an_input() {
        long first = wadachi.run(new Draw());
        Report other =
                wadachi.run(Request.of(new Draw(), new Length(Task.of("abc"))).seed(7));
        assertThat(other.value(new Draw())).isNotEqualTo(first);
        assertThat(Outcomes.of(other, "Draw").causes().getFirst().text()).isEqualTo("seed changed: 0 → 7");
        Report again = wadachi.run(Request.of(new Draw(), new Length(Task.of("abc"))));
        assertThat(again.value(new Draw())).isEqualTo(first);
        assertThat(again.count(Outcome.RAN)).isZero();
    }
}
