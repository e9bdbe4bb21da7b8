package dev.wadachi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Plan;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/how-to/use-from-a-program.md` shows.
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

    record Sold(String item, long pieces) {}
}
