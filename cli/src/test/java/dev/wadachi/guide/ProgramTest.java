package dev.wadachi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Backfill;
import dev.wadachi.engine.BackfillReport;
import dev.wadachi.engine.Plan;
import dev.wadachi.engine.PointReport;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.parameter.TimeRange;
import dev.wadachi.store.Outcome;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/how-to/use-from-a-program.md` and `docs/how-to/run-a-range-of-dates.md` show.
class ProgramTest {

    record Sales(String file) implements Source<Table> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFile(from.path(file));
        }

        @Override
        public Table run(Context in) {
            return Table.csv(in.path(file));
        }
    }

    record Total(Task<Table> sales) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return in.load(sales)
                    .sql("select cast(sum(pieces) as bigint) as total from this")
                    .longs("total")[0];
        }
    }

    @Test
    void a_program_opens_a_project_and_runs_a_task(@TempDir Path project) throws Exception {
        Files.writeString(project.resolve("sales.csv"), "item,pieces\nmilk,3\ncoffee,4\n");

        try (Wadachi wadachi = Wadachi.open(project)) {
            Task<Long> total = new Total(new Sales("sales.csv"));

            long pieces = wadachi.run(total);

            assertThat(pieces).isEqualTo(7);
            assertThat(wadachi.latest(total)).hasValue(7L);
        }
    }

    @Test
    void a_request_says_how_and_a_report_what_came_of_it(@TempDir Path project) {
        Table table = Table.of(List.of(new Sold("milk", 3)));

        try (Wadachi wadachi = Wadachi.open(project)) {
            Task<Long> total = new Total(new Sales("nowhere.csv"));

            Report report = wadachi.run(Request.of(total).set("Sales", table).jobs(1));

            assertThat(report.succeeded()).isTrue();
            assertThat(report.value(total)).isEqualTo(3);
            assertThat(report.count(Outcome.RAN)).isEqualTo(1);
            assertThat(report.toString())
                    .startsWith("run " + report.run() + ": ")
                    .contains("1 ran");
        }
    }

    @Test
    void a_plan_runs_nothing(@TempDir Path project) throws Exception {
        Files.writeString(project.resolve("sales.csv"), "item,pieces\nmilk,3\n");

        try (Wadachi wadachi = Wadachi.open(project)) {
            Plan plan = wadachi.plan(new Total(new Sales("sales.csv")));

            assertThat(plan.isUpToDate()).isFalse();
            assertThat(plan.steps()).hasSize(2);
        }
    }

    record Pieces(Task<Table> sales, LocalDate week) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return in.load(sales)
                    .sql("select cast(sum(pieces) as bigint) as pieces from this where week = date '" + week + "'")
                    .longs("pieces")[0];
        }
    }

    @Test
    void a_backfill_is_a_run_for_each_point_of_a_range(@TempDir Path project) throws Exception {
        Files.writeString(
                project.resolve("sales.csv"),
                "week,pieces\n2021-01-04,3\n2021-01-11,1\n2021-01-18,4\n2021-01-25,1\n2021-02-01,5\n");

        try (Wadachi wadachi = Wadachi.open(project)) {
            TimeRange<LocalDate> weeks = TimeRange.weekly(LocalDate.of(2021, 1, 4), LocalDate.of(2021, 2, 1));
            Backfill backfill = Backfill.over(weeks, week -> Request.of(new Pieces(new Sales("sales.csv"), week)))
                    .parallelRuns(2);

            assertThat(wadachi.plan(backfill).missing()).hasSize(5);
            BackfillReport report = wadachi.run(backfill);
            assertThat(report.count(PointReport.State.DONE)).isEqualTo(5);
            assertThat(report.count(Outcome.RAN))
                    .as("five weeks, and the sales once")
                    .isEqualTo(6);
        }
    }

    record Sold(String item, long pieces) {}
}
