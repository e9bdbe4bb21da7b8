package dev.wadachi.table;

/// Whether a query may ask for what differs from run to run: `random()`, `now()`, `uuid()`, a sample without a seed.
public enum Volatile {
    /// Such a query is refused: its result could be neither repeated nor kept under its inputs.
    REFUSED,
    /// Such a query runs, once; for tasks marked `@Nondeterministic`, whose first result then stands.
    ALLOWED
}
