package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.engine.Event;
import dev.wadachi.engine.Listener;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A listener hears that time goes by while a body says nothing.
@Timeout(60)
class PulseTest {

    private static CountDownLatch ticks = new CountDownLatch(0);

    record Silent() implements Task<Boolean> {
        @Override
        public Boolean run(Context in) throws InterruptedException {
            return ticks.await(30, TimeUnit.SECONDS);
        }
    }

    @TempDir
    Path folder;

    @Test
    void time_is_told_from_the_first_event_to_the_last() {
        ticks = new CountDownLatch(2);
        List<String> heard = new ArrayList<>();
        Listener listener = new Listener() {
            @Override
            public void on(Event event) {
                heard.add(event.getClass().getSimpleName());
            }

            @Override
            public void tick() {
                heard.add("tick");
                ticks.countDown();
            }
        };
        try (Wadachi wadachi = Wadachi.open(folder)) {
            Report report = wadachi.run(Request.of(new Silent()).listener(listener));
            assertThat(report.value(new Silent())).isEqualTo(true);
        }
        assertThat(heard).contains("tick", "tick").startsWith("RunStarted").endsWith("RunEnded");
    }

    @Test
    void a_listener_that_fails_on_time_changes_nothing() {
        ticks = new CountDownLatch(1);
        Listener listener = new Listener() {
            @Override
            public void on(Event event) {}

            @Override
            public void tick() {
                ticks.countDown();
                throw new IllegalStateException("no time");
            }
        };
        try (Wadachi wadachi = Wadachi.open(folder)) {
            assertThat(wadachi.run(Request.of(new Silent()).listener(listener)).succeeded())
                    .isTrue();
        }
    }
}
