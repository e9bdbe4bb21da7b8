package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.engine.Event;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.engine.RunFailed;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.RunState;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Context;
import dev.wadachi.task.Retry;
import dev.wadachi.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A run that is stopped leaves a clean store, and the next one goes on from there.
@Timeout(60)
class CancellationTest {

    private static volatile CountDownLatch begun = new CountDownLatch(1);
    private static volatile boolean isPatient;
    private static volatile Runnable whilePrepared = () -> {};

    record Quick(int number) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return number;
        }
    }

    record Lengthy(Task<Integer> before) implements Task<Integer> {
        @Override
        public Integer run(Context in) throws InterruptedException {
            int number = in.load(before);
            begun.countDown();
            if (isPatient) {
                Thread.sleep(50_000);
            }
            return number + 1;
        }
    }

    record After(List<Task<Integer>> numbers) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return numbers.stream().mapToInt(in::load).sum();
        }
    }

    @Retry(times = 3, delaySeconds = 50)
    record Failing() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            throw new IllegalStateException("as always");
        }
    }

    /// Answers no interrupt for some seconds.
    record Deaf(int seconds) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            begun.countDown();
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            while (isPatient && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return 1;
        }
    }

    @TempDir
    Path folder;

    private Wadachi wadachi;
    private final Task<Integer> goal = new After(IntStream.range(0, 20)
            .<Task<Integer>>mapToObj(i -> i == 7 ? new Lengthy(new Quick(i)) : new Quick(i))
            .toList());

    @BeforeEach
    void open() {
        begun = new CountDownLatch(1);
        isPatient = true;
        wadachi = Wadachi.open(folder);
    }

    @AfterEach
    void close() {
        isPatient = false;
        wadachi.close();
    }

    private static <T> Running<T> start(FutureTask<T> work) {
        Thread thread = new Thread(work);
        thread.start();
        return new Running<>(thread, work);
    }

    private record Running<T>(Thread thread, FutureTask<T> work) {}

    private void goesOn(Report stopped) {
        assertThat(wadachi.store().runs().find(stopped.run()).orElseThrow().state())
                .isEqualTo(RunState.CANCELLED);
        isPatient = false;
        Report report = wadachi.run(Request.of(goal));
        assertThat(report.value(goal)).isEqualTo(191);
        assertThat(report.count(Outcome.HIT)).isEqualTo(stopped.count(Outcome.RAN) + stopped.count(Outcome.HIT));
    }

    @Test
    void cancelling_keeps_what_ran_and_the_next_run_goes_on() throws Exception {
        Running<Report> running = start(new FutureTask<>(() -> wadachi.run(Request.of(goal))));
        begun.await();
        wadachi.cancel();
        Report stopped = running.work().get();
        assertThat(stopped.failures()).isEmpty();
        assertThat(Outcomes.with(stopped, Outcome.SKIPPED)).contains("Lengthy", "After");
        assertThat(new RunFailedText(stopped).text()).contains("run it again to go on");
        goesOn(stopped);
    }

    private record RunFailedText(Report report) {
        String text() {
            try {
                report.orThrow();
                return "";
            } catch (RunFailed failed) {
                return String.valueOf(failed.getMessage());
            }
        }
    }

    /// Its codec is asked for while its run is prepared, long before anything begins.
    record Hasty() implements Task<Integer> {
        @Override
        public Optional<Codec<Integer>> codec() {
            whilePrepared.run();
            return Optional.empty();
        }

        @Override
        public Integer run(Context in) {
            return 1;
        }
    }

    @Test
    void a_run_that_is_cancelled_while_it_is_prepared_runs_nothing() {
        whilePrepared = wadachi::cancel;
        Report stopped = wadachi.run(Request.of(new Hasty()));
        whilePrepared = () -> {};

        assertThat(Outcomes.with(stopped, Outcome.SKIPPED)).containsExactly("Hasty");
        assertThat(wadachi.store().runs().find(stopped.run()).orElseThrow().state())
                .isEqualTo(RunState.CANCELLED);
        assertThat(wadachi.run(new Hasty())).as("the next run is another").isEqualTo(1);
    }

    @Test
    void interrupting_the_thread_that_runs_is_cancelling() throws Exception {
        Running<Report> running = start(new FutureTask<>(() -> {
            Report report = wadachi.run(Request.of(goal));
            assertThat(Thread.interrupted()).as("the interrupt is handed on").isTrue();
            return report;
        }));
        begun.await();
        running.thread().interrupt();
        goesOn(running.work().get());
    }

    @Test
    void a_body_that_waits_for_its_next_try_is_stopped_at_once() throws Exception {
        CountDownLatch warned = new CountDownLatch(1);
        Request request = Request.of(new Failing()).listener(event -> {
            if (event instanceof Event.Warned) {
                warned.countDown();
            }
        });
        Running<Report> running = start(new FutureTask<>(() -> wadachi.run(request)));
        warned.await();
        wadachi.cancel();
        assertThat(running.work().get().count(Outcome.SKIPPED)).isEqualTo(1);
    }

    @Test
    void who_waits_for_another_runs_result_is_stopped_at_once() throws Exception {
        try (Wadachi other = Wadachi.open(folder)) {
            Running<Report> first =
                    start(new FutureTask<>(() -> other.run(Request.of(goal).jobs(2))));
            begun.await();
            CountDownLatch started = new CountDownLatch(1);
            Request request = Request.of(goal).jobs(2).listener(event -> {
                if (event instanceof Event.RunStarted) {
                    started.countDown();
                }
            });
            Running<Report> second = start(new FutureTask<>(() -> wadachi.run(request)));
            started.await();
            wadachi.cancel();
            assertThat(Outcomes.with(second.work().get(), Outcome.SKIPPED)).contains("Lengthy", "After");
            other.cancel();
            first.work().get();
        }
    }

    @Tag("soak")
    @Test
    void a_body_that_does_not_answer_is_left_behind_and_its_late_result_discarded() throws Exception {
        Running<Report> running = start(new FutureTask<>(() -> wadachi.run(Request.of(new Deaf(30)))));
        begun.await();
        wadachi.cancel();
        Report report = running.work().get();
        assertThat(report.warnings())
                .anyMatch(text -> text.contains("Deaf(seconds=30) did not answer an interrupt for 10 s"));
        assertThat(report.count(Outcome.SKIPPED)).isEqualTo(1);
        isPatient = false;
        assertThat(wadachi.run(new Deaf(30))).isEqualTo(1);
        assertThat(wadachi.store().traces().ofTask("Deaf", 9)).hasSize(1);
    }
}
