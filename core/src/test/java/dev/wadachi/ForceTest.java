package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.engine.Force;
import dev.wadachi.engine.Refused;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.engine.Verified;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Revocation;
import dev.wadachi.store.TraceId;
import dev.wadachi.task.Context;
import dev.wadachi.task.Nondeterministic;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
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

/// The user's word that overrides the cache: run again, take another value, never take this one.
@Timeout(60)
class ForceTest {

    private static final AtomicInteger TICKS = new AtomicInteger();

    record Sales(String file) implements Source<Integer> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFile(from.path(file));
        }

        @Override
        public Integer run(Context in) throws IOException {
            return Integer.parseInt(Files.readString(in.path(file)).strip());
        }
    }

    record Features(Task<Integer> sales, int factor) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(sales) * factor;
        }
    }

    record Train(Task<Integer> features) implements Task<String> {
        @Override
        public String run(Context in) {
            return "model of " + in.load(features);
        }
    }

    record Ticking(int start) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return start + TICKS.incrementAndGet();
        }
    }

    @Nondeterministic
    record Dice() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return TICKS.incrementAndGet();
        }
    }

    @TempDir
    Path folder;

    private Wadachi wadachi;
    private final Train goal = new Train(new Features(new Sales("sales"), 10));

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("sales"), "4\n");
        wadachi = Wadachi.open(folder);
        assertThat(wadachi.run(goal)).isEqualTo("model of 40");
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    @Test
    void rerun_runs_one_task_and_what_is_downstream_only_if_bytes_differ() {
        Report report = wadachi.run(Request.of(goal).rerun("Features"));
        assertThat(Outcomes.ran(report)).containsExactly("Features(factor=10)");
        assertThat(Outcomes.of(report, "Features(factor=10)")
                        .causes()
                        .getFirst()
                        .text())
                .isEqualTo("asked for by --rerun Features");
        assertThat(newest("Features").number()).isEqualTo(2);
    }

    @Test
    void rerun_downstream_runs_all_that_follows() {
        Report report = wadachi.run(Request.of(goal).rerunDownstream("Features"));
        assertThat(Outcomes.ran(report)).containsExactly("Features(factor=10)", "Train");
    }

    @Test
    void a_name_that_is_not_there_is_refused_and_the_nearest_one_suggested() {
        assertThatThrownBy(() -> wadachi.run(Request.of(goal).rerun("Featurs").reuse("Trian")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(2)
                                .anyMatch(problem -> problem.contains("did you mean Features?"))
                                .anyMatch(problem -> problem.contains("did you mean Train?")));
    }

    @Test
    void a_given_value_takes_a_tasks_place_and_marks_what_follows() {
        Report report = wadachi.run(Request.of(goal).set("Features", 7));
        assertThat(report.value(goal)).isEqualTo("model of 7");
        assertThat(Outcomes.marks(report, "Train")).containsExactly(Mark.Kind.OVERRIDDEN);
        assertThat(wadachi.run(goal)).as("without it, nothing has changed").isEqualTo("model of 40");
        Report again = wadachi.run(Request.of(goal));
        assertThat(again.count(Outcome.RAN)).isZero();
        assertThat(Outcomes.marks(again, "Train")).isEmpty();
    }

    @Test
    void a_given_value_needs_nothing_upstream() throws IOException {
        Files.delete(folder.resolve("sales"));
        Report report = wadachi.run(Request.of(goal).set("Features", 7));
        assertThat(report.value(goal)).isEqualTo("model of 7");
        assertThat(report.tasks()).hasSize(2);
        assertThat(wadachi.plan(Request.of(goal).set("Features", 8)).steps()).hasSize(2);
    }

    record Dynamic(int factor) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(new Features(new Sales("sales"), factor));
        }
    }

    @Test
    void a_given_value_marks_what_loads_it_while_it_runs() {
        Report report = wadachi.run(Request.of(new Dynamic(10), goal).set("Features", 3));
        assertThat(report.value(new Dynamic(10))).isEqualTo(3);
        assertThat(Outcomes.marks(report, "Dynamic(factor=10)")).containsExactly(Mark.Kind.OVERRIDDEN);
    }

    @Test
    void what_was_computed_from_a_given_value_is_genuine_once_the_task_itself_gives_it() throws IOException {
        List<Task<?>> goals = List.of(goal, new Dynamic(10), new Train(new Dynamic(10)));
        wadachi.run(Request.of(goals).set("Features", 70));
        Report again = wadachi.run(Request.of(goals).set("Features", 70));
        assertThat(again.count(Outcome.RAN)).isZero();
        assertThat(again.tasks())
                .as("the given value still stands in")
                .allMatch(task -> task.marks().stream().anyMatch(mark -> mark.kind() == Mark.Kind.OVERRIDDEN));

        Files.writeString(folder.resolve("sales"), "7\n");
        Report genuine = wadachi.run(Request.of(goals));

        assertThat(Outcomes.ran(genuine)).containsExactlyInAnyOrder("Sales(file=sales)", "Features(factor=10)");
        assertThat(genuine.tasks()).allMatch(task -> task.marks().isEmpty());
    }

    @Test
    void what_was_computed_from_a_reused_result_is_genuine_once_the_task_itself_gives_it() throws IOException {
        Files.writeString(folder.resolve("sales"), "5\n");
        wadachi.run(Request.of(goal).reuse("Features").rerun("Train"));
        Files.writeString(folder.resolve("sales"), "4\n");

        Report genuine = wadachi.run(Request.of(goal));

        assertThat(genuine.count(Outcome.RAN)).isZero();
        assertThat(Outcomes.marks(genuine, "Train")).isEmpty();
    }

    @Test
    void a_value_of_another_type_is_refused() {
        assertThatThrownBy(() -> wadachi.run(Request.of(goal).set("Features", Path.of("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Path");
    }

    @Test
    void a_given_file_takes_a_tasks_place() throws IOException {
        Path file = Files.writeString(folder.resolve("features.json"), "12");
        Report report = wadachi.run(Request.of(goal).with(new Force.GivenFile("Features", file)));
        assertThat(report.value(goal)).isEqualTo("model of 12");
        assertThat(Outcomes.marks(report, "Train")).containsExactly(Mark.Kind.OVERRIDDEN);
        assertThatThrownBy(() -> wadachi.run(
                        Request.of(goal).with(new Force.GivenFile("Features", folder.resolve("nowhere.json")))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nowhere.json");
    }

    @Test
    void the_result_of_an_earlier_run_takes_a_tasks_place() throws IOException {
        String earlier = wadachi.run(Request.of(goal)).run();
        Files.writeString(folder.resolve("sales"), "5\n");
        assertThat(wadachi.run(goal)).isEqualTo("model of 50");
        Report report = wadachi.run(Request.of(goal).from("Features", earlier));
        assertThat(report.value(goal)).isEqualTo("model of 40");
        assertThat(Outcomes.marks(report, "Train")).containsExactly(Mark.Kind.OVERRIDDEN);
        assertThatThrownBy(() -> wadachi.run(Request.of(goal).from("Features", "no-such-run")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no-such-run");
    }

    @Test
    void reuse_takes_the_newest_result_and_marks_what_follows() throws IOException {
        Files.writeString(folder.resolve("sales"), "5\n");
        Report report = wadachi.run(Request.of(goal).reuse("Features"));
        assertThat(report.value(goal)).isEqualTo("model of 40");
        assertThat(Outcomes.marks(report, "Train")).containsExactly(Mark.Kind.NOT_REPRODUCIBLE);
    }

    private Recorded newest(String task) {
        return wadachi.store().traces().ofTask(task, 1).getFirst();
    }

    @Test
    void a_revoked_result_is_never_a_hit_again_and_what_was_computed_from_it_is_listed() {
        TraceId wrong = newest("Features").id();
        Revocation revocation =
                wadachi.store().revoke(new Revocation.Target.Result(wrong), "the factor was wrong", "tester");
        assertThat(revocation.affected()).containsExactly(newest("Train").id());
        Report report = wadachi.run(Request.of(goal));
        assertThat(Outcomes.ran(report)).containsExactly("Features(factor=10)");
        assertThat(Outcomes.of(report, "Features(factor=10)")
                        .causes()
                        .getFirst()
                        .text())
                .isEqualTo("its result was revoked: the factor was wrong");
        assertThat(Outcomes.marks(report, "Train")).containsExactly(Mark.Kind.AFFECTED);
    }

    @Test
    void a_revoked_result_is_no_hit_by_an_older_trace_of_the_same_bytes_either() {
        wadachi.run(Request.of(goal).rerun("Features"));
        wadachi.store().revoke(new Revocation.Target.Result(newest("Features").id()), "wrong", "tester");

        Request request = Request.of(goal).with(new Force.RerunAffected());
        Report report = wadachi.run(request);

        assertThat(Outcomes.ran(report)).containsExactly("Features(factor=10)", "Train");
        assertThat(newest("Features").number()).isEqualTo(3);
        assertThat(wadachi.run(request).count(Outcome.RAN))
                .as("the honest rerun gave the same bytes, and counts")
                .isZero();
    }

    @Test
    void rerun_affected_mends_what_was_computed_from_a_revoked_result() {
        wadachi.store().revoke(new Revocation.Target.Result(newest("Features").id()), "wrong", "tester");
        Request request = Request.of(goal).with(new Force.RerunAffected());
        Report report = wadachi.run(request);
        assertThat(Outcomes.ran(report)).containsExactly("Features(factor=10)", "Train");
        Report after = wadachi.run(request);
        assertThat(after.count(Outcome.RAN)).isZero();
        assertThat(Outcomes.marks(after, "Train")).isEmpty();
    }

    @Test
    void a_task_that_gives_revoked_bytes_fails_and_what_it_gives_is_not_kept() throws IOException {
        Recorded wrong = newest("Sales");
        wadachi.store()
                .revoke(
                        new Revocation.Target.Bytes(wrong.trace().output().digest()),
                        "the export was cut off",
                        "tester");

        Report report = wadachi.run(Request.of(goal));

        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.cause())
                    .hasMessage("Sales(file=sales) gave bytes that were revoked: the export was cut off");
            assertThat(failure.hint()).endsWith("or take the revocation back: wadachi revoke --list");
        });
        assertThat(Outcomes.with(report, Outcome.SKIPPED)).containsExactly("Features(factor=10)", "Train");
        assertThat(newest("Sales").id()).isEqualTo(wrong.id());
        Files.writeString(folder.resolve("sales"), "6\n");
        assertThat(wadachi.run(goal)).isEqualTo("model of 60");
    }

    @Test
    void verify_finds_a_task_that_gives_another_value_and_names_the_difference() {
        Request request = Request.of(new Ticking(100), goal);
        wadachi.run(request).orThrow();
        long runs = wadachi.store().traces().ofTask("Ticking", 9).size();
        Report report = wadachi.verify(request);
        List<Verified> differing =
                report.verified().stream().filter(each -> !each.isSame()).toList();
        assertThat(report.verified()).hasSize(4);
        assertThat(differing).singleElement().satisfies(each -> {
            assertThat(each.label()).isEqualTo("Ticking(start=100)");
            assertThat(each.difference()).startsWith("at character ");
        });
        assertThat(wadachi.store().traces().ofTask("Ticking", 9)).hasSize((int) runs);
    }

    @Test
    void verify_holds_nothing_against_a_task_that_is_meant_to_differ() {
        wadachi.run(new Dice());

        assertThat(wadachi.verify(Request.of(new Dice())).verified())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.verdict()).isEqualTo(Verified.Verdict.MEANT_TO_DIFFER);
                    assertThat(each.suspects()).isEmpty();
                });
    }

    record Clocked(String label) implements Task<String> {
        @Override
        public String run(Context in) {
            return label + Watch.now();
        }
    }

    static final class Watch {

        private Watch() {}

        static long now() {
            return System.nanoTime();
        }
    }

    @Test
    void verify_names_what_in_the_code_may_be_to_blame() {
        Request request = Request.of(new Clocked("at "));
        wadachi.run(request).orThrow();
        assertThat(wadachi.verify(request).verified()).singleElement().satisfies(verified -> {
            assertThat(verified.isSame()).isFalse();
            assertThat(verified.difference()).startsWith("at character ").contains("was kept, ", "came now");
            assertThat(verified.suspects())
                    .singleElement()
                    .asString()
                    .startsWith("ForceTest.Watch.now() reads the clock: System.nanoTime() at ForceTest.java:");
        });
    }

    @Test
    void a_rerun_that_gives_other_bytes_under_the_same_inputs_says_so() {
        wadachi.run(new Ticking(5));
        Report report = wadachi.run(Request.of(new Ticking(5)).rerun("Ticking"));
        assertThat(report.warnings()).anyMatch(text -> text.contains("gave other bytes than before"));
        assertThat(Outcomes.marks(report, "Ticking(start=5)")).containsExactly(Mark.Kind.DIFFERED);
    }

    @Test
    void the_first_result_of_a_nondeterministic_task_stands() {
        int first = wadachi.run(new Dice());
        Report again = wadachi.run(Request.of(new Dice()));
        assertThat(again.value(new Dice())).isEqualTo(first);
        assertThat(Outcomes.marks(again, "Dice")).containsExactly(Mark.Kind.NONDETERMINISTIC);
    }
}
