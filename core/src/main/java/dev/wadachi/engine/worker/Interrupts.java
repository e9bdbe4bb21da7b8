package dev.wadachi.engine.worker;

/// Ctrl-C in a terminal reaches every process that was started there. What comes of it is the run's to decide: it tells
/// its workers to stop, and their bodies are interrupted as others are.
///
/// The JDK has no other way to signals than `sun.misc.Signal`; where that is gone, Ctrl-C ends the worker at once.
final class Interrupts {

    private Interrupts() {}

    static void leaveToTheRun() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            Object ignore = handler.getField("SIG_IGN").get(null);
            signal.getMethod("handle", signal, handler).invoke(null, interrupt, ignore);
        } catch (ReflectiveOperationException | RuntimeException notHere) {
            // Another JDK, or one that was told to leave signals alone.
            return;
        }
    }
}
