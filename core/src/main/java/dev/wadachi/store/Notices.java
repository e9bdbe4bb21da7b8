package dev.wadachi.store;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What a store has to tell people: to whoever listens, else to the log. Thread-safe.
final class Notices {

    private static final System.Logger LOG = System.getLogger("dev.wadachi");

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    Listening tell(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(String text) {
        if (listeners.isEmpty()) {
            LOG.log(Level.WARNING, text);
        }
        listeners.forEach(listener -> listener.accept(text));
    }
}
