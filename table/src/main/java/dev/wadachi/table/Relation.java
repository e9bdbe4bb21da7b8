package dev.wadachi.table;

/// Where the rows of a table come from, as SQL that any lane understands. Immutable.
sealed interface Relation
        permits CsvRelation,
                JsonRelation,
                JdbcRelation,
                ParquetRelation,
                MemoryRelation,
                QueryRelation,
                DeclaredRelation,
                StackedRelation {

    /// A query that gives the rows in their defined order.
    String sql();

    /// A query that gives the same rows in any order, where that is cheaper.
    default String looseSql() {
        return sql();
    }

    /// A query that gives the same rows in the same order, where that is faster for all of them at once.
    default String writingSql() {
        return sql();
    }

    /// The lane on which the query gives the same bytes each time.
    default Lane lane() {
        return Lane.PARALLEL;
    }

    Schema schema();

    /// What was said of the rows.
    default Declared declared() {
        return Declared.NOTHING;
    }

    /// A failure to read the rows, told better if these rows know more about it.
    default TableException explain(TableException failure) {
        return failure;
    }

    /// Whether reading again costs little and gives the same rows; else the rows are kept once they were needed.
    boolean isSettled();

    /// How many queries [#sql] holds.
    default int queries() {
        return 0;
    }

    /// Whether the rows must be computed once and for all before anything else builds on them.
    default boolean isVolatile() {
        return false;
    }
}
