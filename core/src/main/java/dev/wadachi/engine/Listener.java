package dev.wadachi.engine;

/// Is told what happens in a run. What it throws is logged and changes nothing.
@FunctionalInterface
public interface Listener {

    /// Hears nothing.
    Listener SILENT = event -> {};

    /// One event, in order. Called by one thread at a time; should return soon.
    void on(Event event);
}
