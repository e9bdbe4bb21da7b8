package dev.wadachi.table;

/// The rows of a table, of which something more was said.
record DeclaredRelation(Table table, Declared declared) implements Relation {

    @Override
    public String sql() {
        return table.relation().sql();
    }

    @Override
    public String looseSql() {
        return table.relation().looseSql();
    }

    @Override
    public Lane lane() {
        return table.relation().lane();
    }

    @Override
    public Schema schema() {
        return table.schema();
    }

    @Override
    public boolean isSettled() {
        return table.relation().isSettled();
    }

    @Override
    public int queries() {
        return table.queries();
    }

    @Override
    public TableException explain(TableException failure) {
        return table.relation().explain(failure);
    }

    @Override
    public boolean isVolatile() {
        return table.relation().isVolatile();
    }
}
