package dev.wadachi.parameter;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the right name for a misspelt one.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment), after
/// case and the difference between `lastValue`, `last_value` and `last-value` are set aside.
public final class Nearest {

    private Nearest() {}

    /// The candidate that `name` was most likely meant to be; empty where none is near enough to be worth saying.
    public static Optional<String> to(String name, Collection<String> candidates) {
        String wanted = plain(name);
        int tolerated = Math.max(1, wanted.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(wanted, plain(candidate)) <= tolerated
                        || (wanted.length() >= 3 && plain(candidate).startsWith(wanted)))
                .min(Comparator.<String>comparingInt(candidate -> distance(wanted, plain(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String name) {
        return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
