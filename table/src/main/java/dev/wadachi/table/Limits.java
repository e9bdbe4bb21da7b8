package dev.wadachi.table;

/// How much of the machine the embedded DuckDB may use. Results do not depend on it.
///
/// @param threads threads of the parallel lane, at least 1
/// @param memory  what each lane may hold before it spills to disk, as DuckDB writes it: `2GB` or `50%`
record Limits(int threads, String memory) {
    Limits {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but was " + threads);
        }
    }

    /// What `-Dwadachi.table.threads` and `-Dwadachi.table.memory` say, else all cores and half of the memory.
    static Limits ofThisProcess() {
        return new Limits(
                Integer.getInteger("wadachi.table.threads", Runtime.getRuntime().availableProcessors()),
                System.getProperty("wadachi.table.memory", "50%"));
    }
}
