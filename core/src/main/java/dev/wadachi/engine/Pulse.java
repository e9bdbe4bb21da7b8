package dev.wadachi.engine;

import java.time.Duration;

/// Tells a run's listener that time goes by, until it is closed.
final class Pulse implements AutoCloseable {

    private static final Duration BEAT = Duration.ofMillis(500);

    private final Thread thread;

    private Pulse(Thread thread) {
        this.thread = thread;
    }

    /// Starts at once.
    static Pulse of(Runnable tick) {
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
