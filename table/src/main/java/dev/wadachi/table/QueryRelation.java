package dev.wadachi.table;

import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The rows of a user's query over other tables. Nothing runs before somebody asks for rows.
///
/// The tables become common table expressions around the query, so that a chain of queries is one statement to
/// DuckDB, whose optimizer sees through all of it. A table that already stands for many queries is computed first and
/// read from where it is kept: else sixty stacked diamonds would be a statement of 2^60 queries.
final class QueryRelation implements Relation {
    private static final int MOST_QUERIES_IN_A_STATEMENT = 32;

    private final BoundQuery query;
    private final Arrangement arrangement;
    private final SortedMap<String, Table> tables;
    private final int queries;
    private volatile @Nullable Declared declared;

    private QueryRelation(BoundQuery query, Arrangement arrangement, SortedMap<String, Table> tables) {
        this.query = query;
        this.arrangement = arrangement;
        this.tables = tables;
        this.queries = 1
                + tables.values().stream()
                        .mapToInt(Table::queries)
                        .filter(count -> !isTooMany(count))
                        .sum();
    }

    /// Parses and binds the query.
    ///
    /// @throws TableException if the query does not fit the tables, or asks for what differs from run to run
    static QueryRelation of(String sql, Map<String, Table> tables, Volatile repeatable) {
        var sorted = new TreeMap<>(tables);
        BoundQuery query = BoundQuery.bind(sql, sorted);
        PlanTraits traits = PlanTraits.of(query);
        if (repeatable == Volatile.REFUSED) {
            traits.refuseVolatile(query);
        }
        return new QueryRelation(query, Arrangement.of(query, traits), sorted);
    }

    @Override
    public String sql() {
        return with(arrangement.sql());
    }

    @Override
    public String looseSql() {
        return with(arrangement.looseSql());
    }

    @Override
    public Lane lane() {
        Lane lane = arrangement.lane();
        for (Table table : tables.values()) {
            lane = lane.and(input(table).lane());
        }
        return lane;
    }

    @Override
    public Schema schema() {
        return Storable.schema(query.schema());
    }

    /// Found out once: sixty stacked diamonds would ask 2^60 times.
    @Override
    public Declared declared() {
        Declared known = declared;
        if (known == null) {
            known = Declared.of(tables.values(), schema());
            declared = known;
        }
        return known;
    }

    @Override
    public boolean isSettled() {
        return false;
    }

    @Override
    public TableException explain(TableException failure) {
        TableException told = failure;
        for (Table table : tables.values()) {
            // What was computed first has told already.
            told = told == failure && !isTooMany(table.queries()) ? input(table).explain(failure) : told;
        }
        return told;
    }

    @Override
    public boolean isVolatile() {
        return arrangement.isVolatile();
    }

    @Override
    public int queries() {
        return queries;
    }

    private static boolean isTooMany(int queries) {
        return queries > MOST_QUERIES_IN_A_STATEMENT;
    }

    private static Relation input(Table table) {
        return isTooMany(table.queries()) ? table.settled() : table.relation();
    }

    private String with(String sql) {
        String select = Storable.select(query.schema(), "(\n" + sql + "\n)");
        if (tables.isEmpty()) {
            return select;
        }
        var names = new StringJoiner(",\n", "WITH ", "\n");
        tables.forEach((name, table) -> {
            Relation relation = input(table);
            names.add(Names.quoted(name) + " AS ("
                    + (arrangement.needsInputsInOrder() ? relation.sql() : relation.looseSql()) + ")");
        });
        return names + select;
    }
}
