package dev.wadachi.table;

import dev.wadachi.table.ColumnProfile.Frequency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands out between two profiles.
///
/// The thresholds are wide, so that a warning means something: data of another week, or another split of the same data,
/// should be silent. Distributions are compared by the population stability index over the parts that the earlier
/// values are cut into (Siddiqi, *Credit Risk Scorecards*, 2006, who calls 0.25 a significant shift); that is
/// χ²-distributed
/// noise in small tables, whose 99.9th percentile counts as no shift either (Yurdakul, *Statistical Properties of
/// Population Stability Index*, 2018). Columns that move by themselves are left alone: times, and whole numbers that
/// are nearly all different.
record ProfileComparison(TableProfile before, TableProfile now) {
    /// Rows halved or doubled.
    private static final double ROWS = 2;

    /// Ten percentage points more missing values.
    private static final double NULLS = 0.10;

    /// A category that had, or has, one value in fifty.
    private static final double CATEGORY = 0.02;

    private static final double SHIFT = 0.25;

    /// With fewer values than this nothing is said of their distribution.
    private static final long FEW = 100;

    private static final int MOST = 10;

    List<String> jumps() {
        List<String> jumps = new ArrayList<>();
        rows(jumps);
        columns(jumps);
        for (ColumnProfile column : now.columns()) {
            before.column(column.name()).ifPresent(earlier -> column(earlier, column, jumps));
        }
        if (jumps.size() <= MOST) {
            return List.copyOf(jumps);
        }
        List<String> first = new ArrayList<>(jumps.subList(0, MOST));
        first.add("and " + (jumps.size() - MOST) + " more such differences");
        return List.copyOf(first);
    }

    private void rows(List<String> jumps) {
        if (now.rows() * ROWS <= before.rows() || before.rows() * ROWS <= now.rows()) {
            jumps.add(Preview.grouped(now.rows()) + " rows, but " + Preview.grouped(before.rows()) + " before");
        }
    }

    private void columns(List<String> jumps) {
        names(before, now).ifPresent(gone -> jumps.add("no longer there: " + gone));
        names(now, before).ifPresent(more -> jumps.add("new columns: " + more));
    }

    private static Optional<String> names(TableProfile in, TableProfile notIn) {
        return Optional.of(in.columns().stream()
                        .map(ColumnProfile::name)
                        .filter(name -> notIn.column(name).isEmpty())
                        .map(ProfileComparison::shown)
                        .collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty());
    }

    private void column(ColumnProfile earlier, ColumnProfile later, List<String> jumps) {
        if (earlier.column().type().kind() != later.column().type().kind()) {
            jumps.add(shown(later.name()) + " holds " + later.column().type() + ", but "
                    + earlier.column().type() + " before");
            return;
        }
        double was = share(earlier.nulls(), before.rows());
        double is = share(later.nulls(), now.rows());
        if (is - was >= NULLS && now.rows() >= FEW) {
            jumps.add(shown(later.name()) + " lacks " + Preview.percent(is) + " of its values, but "
                    + Preview.percent(was) + " before");
        }
        if (present(earlier, before) < FEW || present(later, now) < FEW) {
            return;
        }
        if (earlier.isTopComplete() && later.isTopComplete()) {
            categories(earlier, later, jumps);
        } else if (isMeasure(earlier, before) && isMeasure(later, now)) {
            distribution(earlier, later, jumps);
        }
    }

    private void categories(ColumnProfile earlier, ColumnProfile later, List<String> jumps) {
        Map<String, Double> was = shares(earlier, before);
        Map<String, Double> is = shares(later, now);
        only(is, was).ifPresent(values -> jumps.add(shown(later.name()) + " has new values: " + values));
        only(was, is).ifPresent(values -> jumps.add(shown(later.name()) + " has no more: " + values));
        Set<String> shared = was.keySet().stream().filter(is::containsKey).collect(Collectors.toSet());
        if (shared.size() > 1 && shared.size() == Math.max(was.size(), is.size())) {
            List<String> values = shared.stream().sorted().toList();
            double[] expected = values.stream().mapToDouble(was::get).toArray();
            double[] actual = values.stream().mapToDouble(is::get).toArray();
            double shift = Stability.index(expected, actual);
            if (shift > threshold(expected.length, earlier, later)) {
                jumps.add(shown(later.name()) + " is distributed otherwise (PSI " + rounded(shift) + ")");
            }
        }
    }

    private static Optional<String> only(Map<String, Double> in, Map<String, Double> notIn) {
        return Optional.of(in.entrySet().stream()
                        .filter(value -> !notIn.containsKey(value.getKey()) && value.getValue() >= CATEGORY)
                        .map(value -> "\"" + shown(value.getKey()) + "\" (" + Preview.percent(value.getValue()) + ")")
                        .sorted()
                        .limit(5)
                        .collect(Collectors.joining(", ")))
                .filter(values -> !values.isEmpty());
    }

    private static Map<String, Double> shares(ColumnProfile column, TableProfile table) {
        long present = present(column, table);
        return column.top().stream()
                .collect(Collectors.toMap(Frequency::value, value -> share(value.count(), present), Double::sum));
    }

    private void distribution(ColumnProfile earlier, ColumnProfile later, List<String> jumps) {
        Stability.Parts parts = Stability.parts(earlier.quantiles(), later.quantiles());
        double shift = Stability.index(parts.expected(), parts.actual());
        if (shift > threshold(parts.expected().length, earlier, later)) {
            jumps.add(shown(later.name()) + " is distributed otherwise (PSI " + rounded(shift) + "): its median is "
                    + rounded(later.median().orElseThrow()) + ", but was "
                    + rounded(earlier.median().orElseThrow()));
        }
    }

    private double threshold(int parts, ColumnProfile earlier, ColumnProfile later) {
        double noise =
                Stability.noise(parts, sampled(present(earlier, before), before), sampled(present(later, now), now));
        return Math.max(SHIFT, noise);
    }

    private static double sampled(long present, TableProfile table) {
        return (double) present * table.sampled() / table.rows();
    }

    /// Numbers that are not there to tell rows apart, and not all the same.
    private static boolean isMeasure(ColumnProfile column, TableProfile table) {
        boolean isIdentifier = column.column().type().kind() == ColumnType.Kind.WHOLE
                && column.distinct() >= 0.9 * present(column, table);
        return !column.quantiles().isEmpty() && column.distinct() > 1 && !isIdentifier;
    }

    private static long present(ColumnProfile column, TableProfile table) {
        return table.rows() - column.nulls() - column.notFinite();
    }

    /// A name or a text on one line, whatever it holds.
    private static String shown(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.3g", number);
    }
}
