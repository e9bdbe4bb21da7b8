package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InterruptionTest {

    private final Table endless = Table.query(
            "select count(*) as n from range(10000000000) a, range(10000000000) b where a.range * b.range = 7",
            Map.of());

    private String readAndTell() {
        try {
            return "finished with " + endless.rows();
        } catch (TableException e) {
            return e.getMessage() + (Thread.currentThread().isInterrupted() ? " (still marked)" : " (mark lost)");
        }
    }

    @Test
    @Timeout(60)
    void an_interruption_ends_a_query_that_would_run_for_hours() throws Exception {
        var reading = new FutureTask<>(this::readAndTell);
        Thread reader = Thread.ofPlatform().daemon().start(reading);
        while (!isInNativeCode(reader)) {
            Thread.onSpinWait();
        }
        // A cancellation in the instant before the query begins is lost, so this asks until it is heard.
        while (!reading.isDone()) {
            reader.interrupt();
            reader.join(100);
        }
        assertThat(reading.get(1, TimeUnit.SECONDS))
                .startsWith("interrupted while")
                .endsWith("(still marked)");
    }

    @Test
    void a_thread_that_is_interrupted_already_starts_no_query() {
        Thread.currentThread().interrupt();
        assertThat(readAndTell()).startsWith("interrupted while").endsWith("(still marked)");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static boolean isInNativeCode(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().contains("execute") && frame.isNativeMethod());
    }
}
