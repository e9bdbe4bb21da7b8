package dev.wadachi.table;

import java.util.Optional;

/// How a query is run so that equal tables give equal bytes.
///
/// Where nothing in its plan reorders rows, it runs as it is. Where something does, its rows are ordered by all
/// columns; an `ORDER BY` of its own comes first and the remaining columns decide among rows with equal keys, which
/// also settles what a `LIMIT` lets through. Where values depend on the order in which rows are processed, it runs on
/// one thread. [dev.wadachi.table] says what it costs.
///
/// @param sql                the query, its rows in a defined order
/// @param looseSql           the query, its rows in any order if that is cheaper
/// @param lane               where it runs
/// @param needsInputsInOrder whether its result depends on the order of its tables' rows
/// @param isVolatile         whether it must not run twice
record Arrangement(String sql, String looseSql, Lane lane, boolean needsInputsInOrder, boolean isVolatile) {

    static Arrangement of(BoundQuery query, PlanTraits traits) {
        Lane lane = traits.oneThread() ? Lane.SERIAL : Lane.PARALLEL;
        boolean isVolatile = !traits.volatiles().isEmpty();
        if (!traits.reorders()) {
            return new Arrangement(query.sql(), query.sql(), lane, true, isVolatile);
        }
        boolean inOrder = traits.readsOrder() || traits.oneThread();
        if (!traits.sorted() && !PlanReader.End.isLimited(query)) {
            String ordered = "SELECT * FROM (\n" + query.sql() + "\n) ORDER BY ALL";
            return new Arrangement(ordered, query.sql(), lane, inOrder, isVolatile);
        }
        Optional<String> total = TotalOrder.of(query);
        return total.isPresent()
                ? new Arrangement(total.get(), total.get(), lane, inOrder, isVolatile)
                // One thread gives the rows of a query in one order, whatever it leaves open.
                : new Arrangement(query.sql(), query.sql(), Lane.SERIAL, true, isVolatile);
    }
}
