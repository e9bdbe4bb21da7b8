package dev.wadachi.engine;

import java.time.Duration;

/// Tells somebody that time goes by, such as a run's listener, twice a second until it is closed.
public final class Pulse implements AutoCloseable {

    private static final Duration BEAT = Duration.ofMillis(500);

    private final Thread thread;

    private Pulse(Thread thread) {
        this.thread = thread;
    }

    /// Starts at once.
    public static Pulse of(Runnable tick) {
        return new Pulse(Thread.ofVirtual().name("wadachi-pulse").start(() -> beat(tick)));
    }

    private static void beat(Runnable tick) {
        try {
            while (true) {
                Thread.sleep(BEAT);
                tick.run();
            }
        } catch (InterruptedException closed) {
            // The run is over.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
