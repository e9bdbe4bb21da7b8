package dev.wadachi.remote;

/// Hears how far a transfer has come; called by many threads.
public interface Progress {

    /// So many of so many objects are done.
    void at(int done, int total);

    /// Nobody listens.
    static Progress silent() {
        return (_, _) -> {};
    }
}
