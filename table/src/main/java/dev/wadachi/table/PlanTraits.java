package dev.wadachi.table;

import java.util.List;

/// What a bound query's plan says about the order of its rows and the repeatability of its values.
///
/// @param order       in which order its rows come out, before an `ORDER BY` or `LIMIT` at its end is considered
/// @param sorted      whether it ends with an `ORDER BY`, which leaves open how rows with equal keys come out
/// @param readsOrder  whether its values depend on the order in which its tables' rows come
/// @param oneThread   whether its values depend on the order in which rows are *processed*
/// @param volatiles   what it asks for that differs from run to run
record PlanTraits(RowOrder order, boolean sorted, boolean readsOrder, boolean oneThread, List<Unrepeatable> volatiles) {

    PlanTraits {
        volatiles = List.copyOf(volatiles);
    }

    static PlanTraits of(BoundQuery query) {
        var reader = new PlanReader();
        PlanReader.End end = PlanReader.End.of(query);
        RowOrder order = reader.order(end.below());
        return new PlanTraits(order, end.sorted(), reader.readsOrder(), reader.oneThread(), Unrepeatable.allOf(query));
    }

    /// Whether rows may come out in another order at the next run.
    boolean reorders() {
        return sorted || order == RowOrder.FREE;
    }

    /// @throws TableException if there is anything volatile: it names all of it and the ways out
    void refuseVolatile(BoundQuery query) {
        if (!volatiles.isEmpty()) {
            throw Unrepeatable.refusal(query, volatiles);
        }
    }
}
