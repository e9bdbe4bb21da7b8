package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.engine.Backfill;
import dev.wadachi.engine.BackfillReport;
import dev.wadachi.engine.Event;
import dev.wadachi.engine.PointReport;
import dev.wadachi.engine.Request;
import dev.wadachi.parameter.TimeRange;
import dev.wadachi.store.ChildProcess;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.RunState;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A backfill whose process is killed goes on where it was.
@Timeout(60)
class KilledBackfillTest {

    private static final YearMonth FIRST = YearMonth.of(2020, 11);
    private static final String STAYS = "wadachi.test.stays";

    /// In the process that is killed, the third month takes until then.
    record Monthly(YearMonth month) implements Task<String> {
        @Override
        public String run(Context in) {
            while (Boolean.getBoolean(STAYS) && month.equals(FIRST.plusMonths(2)) && ChildProcess.isWanted()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            return month.toString();
        }
    }

    /// The process that is killed. It has this one's locale and time zone, for those count.
    static final class Killed {

        public static void main(String[] arguments) {
            Locale.setDefault(Locale.forLanguageTag(arguments[1]));
            TimeZone.setDefault(TimeZone.getTimeZone(arguments[2]));
            System.setProperty(STAYS, "true");
            try (Wadachi wadachi = Wadachi.open(Path.of(arguments[0]))) {
                wadachi.run(months());
            }
        }
    }

    private static Backfill months() {
        int jobs = Runtime.getRuntime().availableProcessors() + 1;
        return Backfill.over(
                TimeRange.monthly(FIRST, FIRST.plusMonths(4)),
                month -> Request.of(new Monthly(month)).jobs(jobs).listener(KilledBackfillTest::tell));
    }

    private static void tell(Event event) {
        if (Boolean.getBoolean(STAYS) && event instanceof Event.TaskStarted started) {
            System.out.println(started.label());
        }
    }

    @Test
    void what_ended_before_the_kill_is_there_and_the_rest_is_run(@TempDir Path folder) throws Exception {
        killInTheThirdMonth(folder);

        try (Wadachi wadachi = Wadachi.open(folder)) {
            BackfillReport rest = wadachi.run(months());

            assertThat(rest.points())
                    .extracting(PointReport::state)
                    .containsExactly(
                            PointReport.State.UP_TO_DATE,
                            PointReport.State.UP_TO_DATE,
                            PointReport.State.DONE,
                            PointReport.State.DONE,
                            PointReport.State.DONE);
            assertThat(rest.count(Outcome.RAN)).isEqualTo(3);
            assertThat(wadachi.store().runs().newestFirst().map(RunRecord::state))
                    .containsExactly(
                            RunState.SUCCEEDED,
                            RunState.SUCCEEDED,
                            RunState.SUCCEEDED,
                            RunState.INTERRUPTED,
                            RunState.SUCCEEDED,
                            RunState.SUCCEEDED);
        }
    }

    private static void killInTheThirdMonth(Path folder) throws IOException, InterruptedException {
        try (ChildProcess child = ChildProcess.start(
                Killed.class,
                folder,
                Locale.getDefault().toLanguageTag(),
                TimeZone.getDefault().getID())) {
            child.awaitLine("Monthly(month=2021-01)");
            child.kill();
        }
    }
}
