package dev.wadachi.engine;

/// Is told what happens in a run. What it throws is logged and changes nothing.
@FunctionalInterface
public interface Listener {

    /// Hears nothing.
    Listener SILENT = event -> {};

    /// One event, in order. Called by one thread at a time; should return soon.
    void on(Event event);

    /// Time went by: called about twice a second from the first event to the last, never together with [#on(Event)].
    /// A body may say nothing for hours; whoever shows how long it has been running draws it anew here.
    default void tick() {}
}
