package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.util.Set;

/// Which aggregates give the same bits in whatever order rows are processed.
///
/// Sums of floating-point numbers do not, for addition rounds; `first`, `list`, `arg_max` and `mode` do not, for
/// they take what comes first. Whatever is not listed here counts as one of those.
final class Exactness {
    private static final Set<String> ALWAYS = Set.of(
            "count",
            "count_star",
            "count_if",
            "countif",
            "min",
            "max",
            "bool_and",
            "bool_or",
            "bit_and",
            "bit_or",
            "bit_xor",
            "approx_count_distinct",
            "quantile_disc",
            "quantile_cont",
            "median",
            "histogram");

    private static final Set<String> OF_WHOLE_NUMBERS_AND_DECIMALS = Set.of("sum", "sum_no_overflow", "avg", "mean");

    private static final Set<String> WHOLE_NUMBERS_AND_DECIMALS = Set.of(
            "BOOLEAN",
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "DECIMAL");

    private static final Set<String> RANKS =
            Set.of("WINDOW_RANK", "WINDOW_RANK_DENSE", "WINDOW_PERCENT_RANK", "WINDOW_CUME_DIST");

    private Exactness() {}

    /// @param aggregate a bound aggregate of a plan
    static boolean isExact(JsonObject aggregate) {
        String name = function(aggregate);
        if (ALWAYS.contains(name)) {
            return true;
        }
        if (!OF_WHOLE_NUMBERS_AND_DECIMALS.contains(name)) {
            return false;
        }
        for (Json argument : aggregate.array("arguments")) {
            if (!WHOLE_NUMBERS_AND_DECIMALS.contains(argument.asObject().text("id"))) {
                return false;
            }
        }
        return true;
    }

    /// A window gives the same values in any order if rows of equal rank get equal values: ranks, and exact
    /// aggregates over whole partitions or up to and including all peers.
    ///
    /// @param window a bound window function of a plan
    static boolean isExactWindow(JsonObject window) {
        if (RANKS.contains(window.text("type"))) {
            return true;
        }
        return window.text("type").equals("WINDOW_AGGREGATE")
                && isExact(window)
                && window.text("start").equals("UNBOUNDED_PRECEDING")
                && Set.of("CURRENT_ROW_RANGE", "UNBOUNDED_FOLLOWING").contains(window.text("end"))
                && window.text("exclude_clause").equals("NO_OTHER");
    }

    private static String function(JsonObject expression) {
        return expression
                .findObject("qname")
                .map(name -> name.array("path").elements().getLast().asText())
                .orElse("");
    }
}
