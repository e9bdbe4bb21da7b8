package dev.wadachi.table;

import java.util.List;
import java.util.stream.IntStream;

/// The population stability index: how far the shares of values in some parts moved from what was expected.
///
/// It is the symmetric Kullback-Leibler divergence Σ (actual − expected) · ln(actual / expected).
final class Stability {
    /// Deciles, as scorecards have them.
    private static final int DECILES = 10;

    /// A share of nothing has no logarithm.
    private static final double LEAST = 1e-4;

    private Stability() {}

    /// What share of the earlier and of the later values lies in each part.
    @SuppressWarnings("ArrayRecordComponent") // handed over within this package, never compared
    record Parts(double[] expected, double[] actual) {}

    static double index(double[] expected, double[] actual) {
        double index = 0;
        for (int i = 0; i < expected.length; i++) {
            double was = Math.max(LEAST, expected[i]);
            double is = Math.max(LEAST, actual[i]);
            index += (is - was) * Math.log(is / was);
        }
        return index;
    }

    /// The index that two samples of one distribution exceed in 1 of 1,000 cases: it is χ²-distributed with one degree
    /// of freedom less than parts, times (1/n + 1/m). The percentile is Wilson and Hilferty's approximation.
    static double noise(int parts, double sizeBefore, double sizeNow) {
        double freedom = Math.max(1, parts - 1);
        double normal = 3.0902;
        double root = 1 - 2 / (9 * freedom) + normal * Math.sqrt(2 / (9 * freedom));
        return freedom * root * root * root * (1 / sizeBefore + 1 / sizeNow);
    }

    /// Cuts both into the deciles of the earlier values. Deciles that coincide, as where most values are zero, are one.
    static Parts parts(List<Double> before, List<Double> now) {
        double[] edges = edges(before);
        return new Parts(shares(before, edges), shares(now, edges));
    }

    /// Inner edges: a value belongs to the part that ends with the first edge that is not below it.
    private static double[] edges(List<Double> quantiles) {
        int step = ColumnProfile.PARTS / DECILES;
        return IntStream.range(1, DECILES)
                .mapToDouble(decile -> quantiles.get(decile * step))
                .filter(edge -> edge < quantiles.getLast())
                .distinct()
                .toArray();
    }

    private static double[] shares(List<Double> quantiles, double[] edges) {
        double[] shares = new double[edges.length + 1];
        double below = 0;
        for (int i = 0; i < edges.length; i++) {
            double upTo = shareUpTo(edges[i], quantiles);
            shares[i] = upTo - below;
            below = upTo;
        }
        shares[edges.length] = 1 - below;
        return shares;
    }

    /// The distribution function of values of which quantiles are known: between two of them it is taken to be
    /// straight.
    static double shareUpTo(double value, List<Double> quantiles) {
        int parts = quantiles.size() - 1;
        if (value < quantiles.getFirst()) {
            return 0;
        }
        for (int i = parts; i >= 0; i--) {
            double at = quantiles.get(i);
            if (at <= value) {
                if (i == parts) {
                    return 1;
                }
                return (i + (value - at) / (quantiles.get(i + 1) - at)) / parts;
            }
        }
        return 0;
    }
}
