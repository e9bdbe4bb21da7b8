package dev.wadachi.table;

import java.lang.ref.Cleaner;
import java.util.List;

/// Rows whose columns lie in this JVM, for as long as somebody holds this.
final class MemoryRelation implements Relation {
    private static final Cleaner CLEANER = Cleaner.create();

    private final long number;
    private final List<MemoryColumn> columns;
    private final Schema schema;

    private MemoryRelation(long number, List<MemoryColumn> columns, Schema schema) {
        this.number = number;
        this.columns = columns;
        this.schema = schema;
    }

    static MemoryRelation of(List<MemoryColumn> columns) {
        if (columns.isEmpty()) {
            throw new TableException("a table has at least one column; add one before table()");
        }
        MemoryColumn first = columns.getFirst();
        for (MemoryColumn column : columns) {
            if (column.rows() != first.rows()) {
                throw new TableException("all columns must be of one length, but \""
                        + first.column().name() + "\" has " + first.rows() + " values and \""
                        + column.column().name() + "\" has " + column.rows());
            }
        }
        var schema = new Schema(columns.stream().map(MemoryColumn::column).toList());
        long number = MemoryTables.add(columns);
        var relation = new MemoryRelation(number, columns, schema);
        CLEANER.register(relation, () -> MemoryTables.remove(number));
        return relation;
    }

    List<MemoryColumn> columns() {
        return columns;
    }

    @Override
    public String sql() {
        return "SELECT * FROM " + MemoryTables.call(number);
    }

    /// One thread reads the arrays; from where DuckDB puts the rows down first, several threads encode them in order.
    @Override
    public String writingSql() {
        return "WITH arrays AS MATERIALIZED (" + sql() + ") SELECT * FROM arrays";
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public boolean isSettled() {
        return true;
    }
}
