package dev.wadachi.table;

/// In which order an operator gives its rows.
enum RowOrder {
    /// The order follows from the order of the tables that are read.
    KEPT,
    /// The order may differ from run to run.
    FREE;

    RowOrder and(RowOrder other) {
        return this == KEPT ? other : FREE;
    }
}
