package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.engine.Backfill;
import dev.wadachi.engine.BackfillPlan;
import dev.wadachi.engine.BackfillReport;
import dev.wadachi.engine.Force;
import dev.wadachi.engine.PointReport;
import dev.wadachi.engine.Request;
import dev.wadachi.parameter.TimeRange;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.RunState;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A range of time is one run for each of its points.
@Timeout(60)
class BackfillTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
    private static final TimeRange<LocalDate> FIVE_WEEKS = TimeRange.weekly(FIRST, FIRST.plusWeeks(4));

    /// More than there are, so that nobody waits for what other processes of this machine hold.
    private static final int JOBS = Runtime.getRuntime().availableProcessors() + 1;

    private static final List<LocalDate> BEGUN = new CopyOnWriteArrayList<>();
    private static final Set<LocalDate> FAILING = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger PREPARED = new AtomicInteger();
    private static final AtomicInteger AT_ONCE = new AtomicInteger();
    private static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();
    private static volatile Consumer<LocalDate> meanwhile = week -> {};
    private static volatile boolean isPrepared = true;

    /// What all weeks need.
    record Prepared(Task<String> text) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            PREPARED.incrementAndGet();
            if (!isPrepared) {
                throw new IllegalStateException("nothing is prepared");
            }
            return in.load(text).length();
        }
    }

    record Weekly(Task<Integer> prepared, LocalDate week) implements Task<String> {
        @Override
        public String run(Context in) {
            BEGUN.add(week);
            MOST_AT_ONCE.accumulateAndGet(AT_ONCE.incrementAndGet(), Math::max);
            try {
                meanwhile.accept(week);
                if (FAILING.contains(week)) {
                    throw new IllegalStateException("no sales in " + week);
                }
                return week + " " + in.load(prepared);
            } finally {
                AT_ONCE.decrementAndGet();
            }
        }
    }

    @TempDir
    Path folder;

    private TextProject project;
    private Wadachi wadachi;

    @BeforeEach
    void open() throws IOException {
        BEGUN.clear();
        FAILING.clear();
        PREPARED.set(0);
        MOST_AT_ONCE.set(0);
        meanwhile = week -> {};
        isPrepared = true;
        project = new TextProject(folder);
        project.write("sales.txt", "abc");
        wadachi = project.open();
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    private static Task<String> goal(LocalDate week) {
        return new Weekly(new Prepared(new TextProject.Text("sales.txt")), week);
    }

    private static Backfill weeks() {
        return Backfill.over(FIVE_WEEKS, week -> Request.of(goal(week)).jobs(JOBS));
    }

    private List<RunState> runs() {
        return wadachi.store().runs().newestFirst().map(RunRecord::state).toList();
    }

    private static List<String> names(List<PointReport> points) {
        return points.stream().map(PointReport::point).toList();
    }

    @Test
    void each_point_is_a_run_of_its_own_the_earliest_first() {
        BackfillReport report = wadachi.run(weeks());

        assertThat(report.succeeded()).isTrue();
        assertThat(BEGUN).isEqualTo(FIVE_WEEKS.points());
        assertThat(runs()).hasSize(5).containsOnly(RunState.SUCCEEDED);
        assertThat(report.points())
                .extracting(point -> point.report().orElseThrow().run())
                .doesNotHaveDuplicates();
        assertThat(report.points().get(2).find(goal(FIRST.plusWeeks(2)))).contains("2021-01-18 3");
    }

    @Test
    void the_newest_may_go_first_and_the_report_stays_in_the_order_of_time() {
        BackfillReport report = wadachi.run(weeks().order(Backfill.Order.NEWEST_FIRST));

        assertThat(BEGUN).isEqualTo(FIVE_WEEKS.points().reversed());
        assertThat(names(report.points()))
                .startsWith("2021-01-04", "2021-01-11")
                .endsWith("2021-02-01");
    }

    @Test
    void what_several_points_need_is_executed_once() {
        BackfillReport report = wadachi.run(weeks().parallelRuns(3));

        assertThat(PREPARED).hasValue(1);
        assertThat(wadachi.store().traces().ofTask("Prepared", 9)).hasSize(1);
        assertThat(report.tasks()).containsOnlyKeys(Outcome.RAN).containsEntry(Outcome.RAN, 7L);
    }

    @Test
    void as_many_runs_as_allowed_are_under_way_and_never_more() {
        CountDownLatch two = new CountDownLatch(2);
        meanwhile = week -> {
            two.countDown();
            await(two);
        };

        assertThat(wadachi.run(weeks().parallelRuns(2)).succeeded()).isTrue();
        assertThat(MOST_AT_ONCE).hasValue(2);
    }

    @Test
    void one_run_at_a_time_is_the_rule() {
        wadachi.run(weeks());

        assertThat(MOST_AT_ONCE).hasValue(1);
    }

    @Test
    void a_failure_stops_no_other_point_and_the_next_backfill_runs_what_is_missing_alone() {
        FAILING.add(FIRST.plusWeeks(1));
        FAILING.add(FIRST.plusWeeks(3));
        BackfillReport broken = wadachi.run(weeks());

        assertThat(names(broken.with(PointReport.State.FAILED))).containsExactly("2021-01-11", "2021-01-25");
        assertThat(broken.count(PointReport.State.DONE)).isEqualTo(3);
        assertThat(broken.count(Outcome.FAILED)).isEqualTo(2);
        assertThat(broken.succeeded()).isFalse();
        assertThat(broken.end()).isEqualTo(BackfillReport.End.COMPLETE);

        FAILING.clear();
        BEGUN.clear();
        BackfillReport mended = wadachi.run(weeks());

        assertThat(BEGUN).containsExactly(FIRST.plusWeeks(1), FIRST.plusWeeks(3));
        assertThat(mended.succeeded()).isTrue();
        assertThat(mended.count(PointReport.State.UP_TO_DATE)).isEqualTo(3);
        assertThat(mended.points().getFirst().find(goal(FIRST)))
                .as("there before")
                .contains("2021-01-04 3");
        assertThat(mended.tasks()).containsEntry(Outcome.RAN, 2L).containsEntry(Outcome.HIT, 5L);
        assertThat(runs()).as("what was there is not run").hasSize(7);
    }

    @Test
    void it_may_stop_at_the_first_failure() {
        FAILING.add(FIRST.plusWeeks(1));
        BackfillReport report = wadachi.run(weeks().stopAfterFailure());

        assertThat(report.points())
                .extracting(PointReport::state)
                .containsExactly(
                        PointReport.State.DONE,
                        PointReport.State.FAILED,
                        PointReport.State.NOT_STARTED,
                        PointReport.State.NOT_STARTED,
                        PointReport.State.NOT_STARTED);
        assertThat(report.end()).isEqualTo(BackfillReport.End.AFTER_FAILURE);
    }

    @Test
    void what_failed_for_one_point_is_not_tried_again_for_the_next() {
        isPrepared = false;
        BackfillReport report = wadachi.run(weeks());

        assertThat(report.count(PointReport.State.FAILED)).isEqualTo(5);
        assertThat(PREPARED).hasValue(1);
        assertThat(report.count(Outcome.FAILED)).isEqualTo(1);
        assertThat(report.points().getLast().report().orElseThrow().failures())
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure.told()).first().asString().contains("nothing is prepared"));

        wadachi.run(weeks().stopAfterFailure());
        assertThat(PREPARED).as("another backfill tries again").hasValue(2);
    }

    @Test
    void stopping_it_begins_no_further_run_and_the_next_goes_on() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        meanwhile = week -> {
            if (week.equals(FIRST.plusWeeks(1))) {
                begun.countDown();
                await(never);
            }
        };
        FutureTask<BackfillReport> running = new FutureTask<>(() -> wadachi.run(weeks()));
        new Thread(running).start();
        begun.await();
        wadachi.cancel();
        BackfillReport stopped = running.get();

        assertThat(stopped.end()).isEqualTo(BackfillReport.End.CANCELLED);
        assertThat(stopped.points())
                .extracting(PointReport::state)
                .startsWith(PointReport.State.DONE, PointReport.State.STOPPED, PointReport.State.NOT_STARTED);
        assertThat(runs()).containsExactly(RunState.CANCELLED, RunState.SUCCEEDED);

        meanwhile = week -> {};
        BackfillReport rest = wadachi.run(weeks());
        assertThat(rest.succeeded()).isTrue();
        assertThat(rest.count(PointReport.State.DONE)).isEqualTo(4);
    }

    @Test
    void interrupting_the_thread_that_waits_is_stopping_it() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        meanwhile = week -> {
            begun.countDown();
            await(never);
        };
        FutureTask<BackfillReport> running = new FutureTask<>(() -> {
            BackfillReport report = wadachi.run(weeks());
            assertThat(Thread.interrupted()).as("the interrupt is handed on").isTrue();
            return report;
        });
        Thread thread = new Thread(running);
        thread.start();
        begun.await();
        thread.interrupt();

        assertThat(running.get().end()).isEqualTo(BackfillReport.End.CANCELLED);
        assertThat(BEGUN).hasSize(1);
    }

    @Test
    void a_plan_says_which_points_are_missing_and_why() throws IOException {
        wadachi.run(Request.of(goal(FIRST)).jobs(JOBS));
        BackfillPlan plan = wadachi.plan(weeks());

        assertThat(plan.points().getFirst().state()).isEqualTo(BackfillPlan.State.UP_TO_DATE);
        assertThat(plan.missing())
                .extracting(BackfillPlan.Point::name)
                .containsExactly("2021-01-11", "2021-01-18", "2021-01-25", "2021-02-01");
        assertThat(plan.missing())
                .extracting(BackfillPlan.Point::state)
                .containsOnly(BackfillPlan.State.NEVER_COMPUTED);

        project.write("sales.txt", "abcd");
        BackfillPlan changed = wadachi.plan(weeks());
        assertThat(changed.missing()).hasSize(5);
        assertThat(changed.points().getFirst().state()).isEqualTo(BackfillPlan.State.OUTDATED);
        assertThat(causes(changed.points().getFirst())).containsExactly("Text: the source changed");
        assertThat(runs()).as("nothing ran").hasSize(1);
    }

    private static List<String> causes(BackfillPlan.Point point) {
        return point.reasons().stream()
                .map(step -> step.name() + ": " + step.causes().getFirst().text())
                .toList();
    }

    @Test
    void points_with_forces_of_their_own_are_planned_apart() {
        wadachi.run(weeks());
        BEGUN.clear();
        Backfill again = Backfill.over(FIVE_WEEKS, week -> {
            Request request = Request.of(goal(week)).jobs(JOBS);
            return week.equals(FIRST) ? request.with(new Force.Rerun("Weekly")) : request;
        });

        assertThat(wadachi.run(again).count(PointReport.State.UP_TO_DATE)).isEqualTo(4);
        assertThat(BEGUN).containsExactly(FIRST);
    }

    @Test
    void what_is_no_backfill_is_refused() {
        assertThatThrownBy(() -> Backfill.of(List.of()))
                .hasMessage("a backfill has at least one point, but this has none");
        assertThatThrownBy(() -> weeks().parallelRuns(0)).hasMessage("parallel runs must be at least 1, but were 0");
        Backfill.Point point = new Backfill.Point("2021-01-04", Request.of(goal(FIRST)));
        assertThatThrownBy(() -> Backfill.of(List.of(point, point)))
                .hasMessage("the point 2021-01-04 is there twice; name it once");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
