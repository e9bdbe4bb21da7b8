package dev.wadachi.table;

/// Which of the embedded databases a statement runs on. They hold no data, so any of them can run any statement.
enum Lane {
    /// All threads: for what gives the same rows and the same sums in whatever order they are computed.
    PARALLEL,
    /// One thread, and none that reads ahead: for sums of floating-point numbers and whatever else depends on the
    /// order of rows.
    SERIAL,
    /// One thread, and no way to files or settings: where users' queries are parsed and bound, never run.
    SANDBOX;

    /// The lane for a statement that reads what belongs on `this` lane and on the `other`.
    Lane and(Lane other) {
        return this == SERIAL || other == SERIAL ? SERIAL : PARALLEL;
    }
}
