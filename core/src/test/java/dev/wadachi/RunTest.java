package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.engine.Refused;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Name;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What runs and what does not, in graphs of all shapes.
class RunTest {

    record Lines(String file) implements Source<List<String>> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFile(from.path(file));
        }

        @Override
        public List<String> run(Context in) throws IOException {
            return Files.readAllLines(in.path(file));
        }
    }

    record Count(Task<List<String>> lines) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(lines).size();
        }
    }

    record Times(Task<Integer> number, int factor) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(number) * factor;
        }
    }

    record Sum(Task<Integer> left, Task<Integer> right) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return (long) in.load(left) + in.load(right);
        }
    }

    record Total(List<Task<Integer>> numbers) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return numbers.stream().mapToInt(in::load).sum();
        }
    }

    record ByName(Map<String, Task<Integer>> numbers) implements Task<Map<String, Integer>> {
        @Override
        public Map<String, Integer> run(Context in) {
            Map<String, Integer> values = new TreeMap<>();
            numbers.forEach((name, number) -> values.put(name, in.load(number)));
            return values;
        }
    }

    record Figure(int value) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return value;
        }
    }

    /// One more diamond: two components, one upstream.
    record Both(Task<Long> left, Task<Long> right) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return in.load(left) + in.load(right);
        }
    }

    record One() implements Task<Long> {
        @Override
        public Long run(Context in) {
            return 1L;
        }
    }

    @TempDir
    Path folder;

    private Wadachi wadachi;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("lines.txt"), "a\nb\nc\n");
        wadachi = Wadachi.open(folder);
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    @Test
    void a_goal_runs_once_and_is_a_hit_from_then_on() {
        var goal = new Times(new Count(new Lines("lines.txt")), 10);
        assertThat(wadachi.run(goal)).isEqualTo(30);
        Report again = wadachi.run(Request.of(goal));
        assertThat(again.value(goal)).isEqualTo(30);
        assertThat(again.counts()).containsExactly(Map.entry(Outcome.HIT, 3L));
    }

    @Test
    void another_opening_of_the_project_finds_what_is_kept() {
        var goal = new Times(new Count(new Lines("lines.txt")), 10);
        wadachi.run(goal);
        try (Wadachi other = Wadachi.open(folder)) {
            Report report = other.run(Request.of(new Times(new Count(new Lines("lines.txt")), 10)));
            assertThat(report.count(Outcome.HIT)).isEqualTo(3);
            assertThat(other.latest(goal)).contains(30);
        }
    }

    @Test
    void the_newest_value_of_a_task_is_found_by_its_class() {
        assertThat(wadachi.latest(Times.class)).isEmpty();
        wadachi.run(new Times(new Count(new Lines("lines.txt")), 10));
        wadachi.run(new Times(new Count(new Lines("lines.txt")), 20));
        assertThat(wadachi.latest(Times.class)).contains(60);
    }

    @Test
    void a_changed_parameter_runs_that_task_alone() {
        wadachi.run(new Times(new Count(new Lines("lines.txt")), 10));
        Report report = wadachi.run(Request.of(new Times(new Count(new Lines("lines.txt")), 20)));
        assertThat(Outcomes.ran(report)).containsExactly("Times(factor=20)");
    }

    @Test
    void the_wave_stops_where_the_same_bytes_come_out() throws IOException {
        var goal = new Times(new Count(new Lines("lines.txt")), 10);
        wadachi.run(goal);
        Files.writeString(folder.resolve("lines.txt"), "x\ny\nz\n");
        Report report = wadachi.run(Request.of(goal));
        assertThat(Outcomes.ran(report)).containsExactly("Count", "Lines(file=lines.txt)");
        assertThat(Outcomes.with(report, Outcome.HIT)).containsExactly("Times(factor=10)");
    }

    @Test
    void back_to_an_earlier_input_is_a_hit_again() throws IOException {
        var goal = new Count(new Lines("lines.txt"));
        wadachi.run(goal);
        Files.writeString(folder.resolve("lines.txt"), "x\n");
        assertThat(wadachi.run(goal)).isEqualTo(1);
        Files.writeString(folder.resolve("lines.txt"), "a\nb\nc\n");
        Report report = wadachi.run(Request.of(goal));
        assertThat(report.value(goal)).isEqualTo(3);
        assertThat(report.count(Outcome.RAN)).isZero();
    }

    @Test
    void touching_a_file_changes_nothing() throws IOException {
        var goal = new Count(new Lines("lines.txt"));
        wadachi.run(goal);
        Files.setLastModifiedTime(folder.resolve("lines.txt"), java.nio.file.attribute.FileTime.fromMillis(0));
        assertThat(wadachi.run(Request.of(goal)).count(Outcome.RAN)).isZero();
    }

    @Test
    void equal_keys_are_one_node_however_many_objects() {
        var goal = new Sum(new Times(new Figure(3), 2), new Times(new Figure(3), 2));
        Report report = wadachi.run(Request.of(goal));
        assertThat(report.value(goal)).isEqualTo(12);
        assertThat(report.tasks()).hasSize(3);
    }

    @Test
    void lists_and_maps_of_tasks_are_upstreams() {
        List<Task<Integer>> numbers = List.of(new Figure(1), new Figure(2), new Figure(3));
        assertThat(wadachi.run(new Total(numbers))).isEqualTo(6);
        assertThat(wadachi.run(new ByName(Map.of("b", new Figure(2), "a", new Figure(1)))))
                .isEqualTo(Map.of("a", 1, "b", 2));
        assertThat(wadachi.run(Request.of(new Total(numbers.reversed()))).count(Outcome.RAN))
                .as("the order of a list counts")
                .isEqualTo(1);
    }

    @Test
    void a_value_at_hand_stands_for_a_task() {
        var goal = new Times(Task.of(7), 2);
        assertThat(wadachi.run(goal)).isEqualTo(14);
        assertThat(wadachi.run(Request.of(new Times(Task.of(7), 2))).count(Outcome.RAN))
                .isZero();
        assertThat(wadachi.plan(new Times(Task.of(7), 2)).isUpToDate()).isTrue();
        assertThat(wadachi.plan(new Times(Task.of(8), 2)).isUpToDate()).isFalse();
        assertThat(wadachi.run(new Times(Task.of(8), 2))).isEqualTo(16);
        assertThat(wadachi.run(Task.of("itself"))).isEqualTo("itself");
    }

    @Test
    void several_goals_share_what_they_need() {
        var small = new Times(new Figure(3), 2);
        var large = new Times(new Figure(3), 200);
        Report report = wadachi.run(Request.of(small, large));
        assertThat(report.tasks()).hasSize(3);
        assertThat(report.value(small)).isEqualTo(6);
        assertThat(report.value(large)).isEqualTo(600);
    }

    @Test
    void sixty_stacked_diamonds_are_sixty_one_tasks() {
        Task<Long> top = new One();
        for (int i = 0; i < 60; i++) {
            top = new Both(top, top);
        }
        assertThat(wadachi.run(top)).isEqualTo(1L << 60);
        assertThat(wadachi.plan(top).steps()).hasSize(61);
    }

    @Test
    void sixty_stacked_diamonds_of_equal_objects_are_few_tasks_too() {
        Task<Long> left = new One();
        Task<Long> right = new One();
        for (int i = 0; i < 60; i++) {
            Task<Long> next = new Both(left, right);
            right = new Both(left, right);
            left = next;
        }
        assertThat(wadachi.run(left)).isEqualTo(1L << 60);
    }

    @Test
    void a_task_may_need_ten_thousand_others() {
        List<Task<Integer>> numbers =
                IntStream.range(0, 10_000).<Task<Integer>>mapToObj(Figure::new).toList();
        Report report = wadachi.run(Request.of(new Total(numbers)).set("Figure", 3));
        assertThat(report.value(new Total(numbers))).isEqualTo(30_000);
        assertThat(report.tasks()).hasSize(10_001);
    }

    @Test
    @Tag("soak")
    void ten_thousand_tasks_run_for_the_one_that_needs_them() {
        Task<Integer> goal = new Total(
                IntStream.range(0, 10_000).<Task<Integer>>mapToObj(Figure::new).toList());
        Report report = wadachi.run(Request.of(goal));
        assertThat(report.value(goal)).isEqualTo(10_000 * 9_999 / 2);
        assertThat(report.count(Outcome.RAN)).isEqualTo(10_001);
        assertThat(wadachi.run(Request.of(goal)).count(Outcome.HIT)).isEqualTo(10_001);
    }

    /// Every other link changes the sign.
    private static Task<Integer> chain(int links) {
        Task<Integer> end = new Figure(1);
        for (int i = 0; i < links; i++) {
            end = new Times(end, i % 2 == 0 ? -1 : 1);
        }
        return end;
    }

    @Test
    void a_chain_of_a_hundred_thousand_tasks_is_planned() {
        assertThat(wadachi.plan(chain(100_000)).steps()).hasSize(100_001);
    }

    @Test
    void a_chain_runs_from_its_beginning_to_its_end() {
        runs(5_002, -1);
    }

    @Test
    @Tag("soak")
    void a_chain_of_a_hundred_thousand_tasks_runs_from_its_beginning_to_its_end() {
        runs(100_002, -1);
    }

    private void runs(int links, int value) {
        Report report = wadachi.run(Request.of(chain(links)));
        assertThat(report.value(chain(links))).isEqualTo(value);
        assertThat(report.count(Outcome.RAN)).isEqualTo(links + 1);
        assertThat(wadachi.run(Request.of(chain(links))).count(Outcome.HIT)).isEqualTo(links + 1);
    }

    @Name("figure")
    record Numeral() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return 1;
        }
    }

    @Test
    void two_classes_whose_names_differ_only_in_case_are_refused_and_both_shown() {
        assertThatThrownBy(() -> wadachi.run(new Sum(new Figure(1), new Numeral())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(Figure.class.getName())
                .hasMessageContaining(Numeral.class.getName())
                .hasMessageContaining("@Name");
    }

    @SuppressWarnings("ArrayRecordComponent") // to be refused
    record Arrays(int[] numbers) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return numbers.length;
        }
    }

    record Opaque(Object what) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return 0;
        }
    }

    @Test
    void every_refusal_of_a_graph_is_told_at_once() {
        assertThatThrownBy(() -> wadachi.run(new Sum(new Arrays(new int[1]), new Opaque(new Object()))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .hasSizeGreaterThanOrEqualTo(2)
                                .anyMatch(problem -> problem.contains("Arrays"))
                                .anyMatch(problem -> problem.contains("Opaque")));
        assertThat(wadachi.store().runs().newestFirst()).isEmpty();
    }

    record Seven() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return 7;
        }
    }

    @Test
    void nothing_is_answered_after_closing(@TempDir Path elsewhere) {
        Wadachi closed = Wadachi.open(elsewhere);
        assertThat(closed.run(new Seven())).isEqualTo(7);
        closed.close();

        assertThatThrownBy(() -> closed.run(new Seven()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(" was closed: open another with Wadachi.open(…)");
        assertThatThrownBy(() -> closed.plan(new Seven())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> closed.latest(new Seven())).isInstanceOf(IllegalStateException.class);
    }
}
