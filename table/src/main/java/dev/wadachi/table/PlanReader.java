package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a bound plan from its root to its leaves. An operator that is not known here counts as one that gives its
/// rows in any order and must run on one thread: a needless sort is an annoyance, a result that changes is a defect.
final class PlanReader {
    private final Map<Long, RowOrder> expressions = new HashMap<>();
    private boolean readsOrder;
    private boolean oneThread;

    /// The `ORDER BY` and `LIMIT` with which a query ends, taken off its plan.
    ///
    /// @param below  what they work on
    /// @param sorted whether there is an `ORDER BY`
    record End(JsonObject below, boolean sorted) {

        static End of(BoundQuery query) {
            boolean sorted = hasModifier(query, "ORDER_MODIFIER");
            boolean limited = isLimited(query);
            if (!sorted && !limited) {
                return new End(query.plan(), false);
            }
            String last = sorted ? "LOGICAL_ORDER_BY" : "LOGICAL_LIMIT";
            JsonObject node = query.plan();
            while (!node.text("type").equals(last) && node.array("children").size() == 1) {
                node = node.array("children").get(0).asObject();
            }
            return node.text("type").equals(last)
                    ? new End(node.array("children").get(0).asObject(), sorted)
                    : new End(query.plan(), sorted);
        }

        static boolean isLimited(BoundQuery query) {
            return hasModifier(query, "LIMIT_MODIFIER") || hasModifier(query, "LIMIT_PERCENT_MODIFIER");
        }

        private static boolean hasModifier(BoundQuery query, String type) {
            for (Json modifier : query.tree().object("node").array("modifiers")) {
                if (modifier.asObject().text("type").equals(type)) {
                    return true;
                }
            }
            return false;
        }
    }

    boolean readsOrder() {
        return readsOrder;
    }

    boolean oneThread() {
        return oneThread;
    }

    /// The order in which this operator gives its rows.
    RowOrder order(JsonObject node) {
        String type = node.text("type");
        if (type.equals("LOGICAL_MATERIALIZED_CTE")) {
            List<Json> children = node.array("children").elements();
            expressions.put(
                    node.number("table_index"), order(children.getFirst().asObject()));
            return order(children.getLast().asObject());
        }
        RowOrder below = RowOrder.KEPT;
        for (Json child : node.array("children")) {
            below = below.and(order(child.asObject()));
        }
        return switch (type) {
            case "LOGICAL_GET",
                    "LOGICAL_DUMMY_SCAN",
                    "LOGICAL_EXPRESSION_GET",
                    "LOGICAL_CHUNK_GET",
                    "LOGICAL_EMPTY_RESULT",
                    "LOGICAL_DELIM_GET" -> below;
            case "LOGICAL_PROJECTION", "LOGICAL_FILTER", "LOGICAL_UNNEST" -> below;
            case "LOGICAL_CTE_REF" -> expressions.getOrDefault(node.number("cte_index"), RowOrder.FREE);
            case "LOGICAL_LIMIT" -> limit(below);
            case "LOGICAL_ORDER_BY",
                    "LOGICAL_COMPARISON_JOIN",
                    "LOGICAL_ANY_JOIN",
                    "LOGICAL_CROSS_PRODUCT",
                    "LOGICAL_DELIM_JOIN",
                    "LOGICAL_DEPENDENT_JOIN",
                    "LOGICAL_UNION",
                    "LOGICAL_EXCEPT",
                    "LOGICAL_INTERSECT" -> RowOrder.FREE;
            case "LOGICAL_AGGREGATE_AND_GROUP_BY" -> aggregate(node);
            case "LOGICAL_DISTINCT" -> distinct(node);
            case "LOGICAL_WINDOW" -> window(node);
            default -> onOneThread();
        };
    }

    private RowOrder onOneThread() {
        readsOrder = true;
        oneThread = true;
        return RowOrder.FREE;
    }

    /// Which rows a limit lets through depends on their order.
    private RowOrder limit(RowOrder below) {
        readsOrder = true;
        return below == RowOrder.KEPT ? RowOrder.KEPT : onOneThread();
    }

    private RowOrder aggregate(JsonObject node) {
        for (Json expression : node.array("expressions")) {
            if (!Exactness.isExact(expression.asObject())) {
                onOneThread();
            }
        }
        return node.array("groups").size() == 0 ? RowOrder.KEPT : RowOrder.FREE;
    }

    /// `DISTINCT ON` takes the first of equal rows.
    private RowOrder distinct(JsonObject node) {
        return node.findText("distinct_type").filter("DISTINCT"::equals).isPresent() ? RowOrder.FREE : onOneThread();
    }

    private RowOrder window(JsonObject node) {
        for (Json expression : node.array("expressions")) {
            if (!Exactness.isExactWindow(expression.asObject())) {
                return onOneThread();
            }
        }
        return RowOrder.FREE;
    }
}
