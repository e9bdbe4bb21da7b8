package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import dev.wadachi.engine.Event;
import dev.wadachi.engine.Refused;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Needs;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Several runs of one process at once, and what their bodies may use.
@Timeout(60)
class SharingTest {

    /// Enough for a body to meet others, if there are any.
    private static final int WORK = 200_000;

    private static final AtomicInteger EXECUTED = new AtomicInteger();
    private static final AtomicInteger BUSY = new AtomicInteger();
    private static final AtomicInteger BUSIEST = new AtomicInteger();
    private static volatile CountDownLatch waiting = new CountDownLatch(0);

    record Work(int number) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            EXECUTED.incrementAndGet();
            BUSIEST.accumulateAndGet(BUSY.incrementAndGet(), Math::max);
            try {
                return number + new Random(number).ints(WORK).map(any -> 0).sum();
            } finally {
                BUSY.decrementAndGet();
            }
        }
    }

    record Sum(List<Task<Integer>> numbers) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return numbers.stream().mapToInt(in::load).sum();
        }
    }

    record Fails(int number) implements Task<Integer> {
        @Override
        public Integer run(Context in) throws InterruptedException {
            EXECUTED.incrementAndGet();
            waiting.await();
            throw new IllegalStateException("no " + number);
        }
    }

    @TempDir
    Path folder;

    private Wadachi wadachi;
    private final Task<Integer> goal =
            new Sum(IntStream.range(0, 12).<Task<Integer>>mapToObj(Work::new).toList());

    @BeforeEach
    void open() {
        EXECUTED.set(0);
        BUSIEST.set(0);
        wadachi = Wadachi.open(folder);
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    @Test
    void threads_that_want_the_same_share_the_work() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Integer>> values = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(() -> wadachi.run(goal)))
                    .toList();
            for (Future<Integer> value : values) {
                assertThat(value.get()).isEqualTo(66);
            }
        }
        assertThat(EXECUTED).hasValue(12);
    }

    @Test
    void who_waits_for_a_task_that_fails_shares_the_failure() throws Exception {
        waiting = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CountDownLatch first = new CountDownLatch(1);
            Future<Report> one = threads.submit(() ->
                    wadachi.run(Request.of(new Fails(1)).jobs(2).listener(event -> {
                        if (event instanceof Event.TaskStarted) {
                            first.countDown();
                        }
                    })));
            first.await();
            Future<Report> other =
                    threads.submit(() -> wadachi.run(Request.of(new Fails(1)).jobs(2)));
            while (!isWaitingForALease()) {
                Thread.onSpinWait();
            }
            waiting.countDown();
            assertThat(one.get().failures()).hasSize(1);
            assertThat(other.get().failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.cause()).hasMessage("no 1"));
        }
        assertThat(EXECUTED).hasValue(1);
        assertThatThrownBy(() -> wadachi.run(new Fails(1))).hasMessageContaining("no 1");
        assertThat(EXECUTED).as("the next run tries again").hasValue(2);
    }

    /// Looks into a dump of this JVM's threads: only there are virtual threads listed.
    private boolean isWaitingForALease() throws IOException {
        Path dump = folder.resolve("threads-" + UUID.randomUUID());
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
        String threads = Files.readString(dump);
        int waiter = threads.indexOf("\"wadachi-wait-Fails");
        return waiter >= 0
                && threads.substring(waiter)
                        .lines()
                        .takeWhile(line -> !line.isEmpty())
                        .anyMatch(line -> line.contains("Leases.acquire("));
    }

    @Test
    void no_more_bodies_run_at_once_than_there_are_jobs() {
        assertThat(wadachi.run(Request.of(goal).jobs(1)).value(goal)).isEqualTo(66);
        assertThat(BUSIEST).hasValue(1);
    }

    @Needs(cores = 10_000)
    record Greedy() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return 1;
        }
    }

    @Needs(gpus = 99, memory = "900TB")
    record Heavy() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return 1;
        }
    }

    @Test
    void more_than_the_machine_has_is_refused_before_anything_runs() {
        Task<Integer> both = new Sum(List.of(new Greedy(), new Heavy(), new Work(1)));
        assertThatThrownBy(() -> wadachi.plan(both))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .anyMatch(problem -> problem.contains("Greedy needs 10000 cores, but there are"))
                                .anyMatch(problem -> problem.contains("99 GPUs")));
        assertThatThrownBy(() -> wadachi.run(both)).isInstanceOf(Refused.class);
        assertThat(EXECUTED).hasValue(0);
    }

    @Needs(cores = 2)
    record Wide(int number) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(new Work(number));
        }
    }

    @Test
    void a_body_that_waits_for_a_load_gives_its_cores_back() {
        Report report = wadachi.run(Request.of(new Wide(1), new Wide(2)).jobs(2));
        assertThat(report.count(Outcome.RAN)).isEqualTo(4);
    }
}
