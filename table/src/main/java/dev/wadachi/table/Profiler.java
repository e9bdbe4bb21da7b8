package dev.wadachi.table;

import dev.wadachi.table.ColumnProfile.Frequency;
import dev.wadachi.table.ColumnProfile.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Makes the profile of a Parquet file, with few questions that read each column in one go.
///
/// - Counts, smallest and largest values: the file's footer answers. How many different values: exact in small tables,
///   else estimated by HyperLogLog (Flajolet et al. 2007), which does not depend on the order of rows.
/// - Sums of numbers: for each row group, which one thread reads in order, then over the groups in order; so the mean
///   does not depend on the number of threads.
/// - Quantiles and histograms of large tables come from about 200,000 rows, chosen by the hash of their number: the
///   rank of a quantile is then off by at most 0.22 % in 95 of 100 cases.
record Profiler(DuckDb duckDb, ParquetRelation file) {
    static final long SAMPLE = 200_000;
    private static final int FEW = 10_000;
    private static final int LONGEST = 80;

    /// Columns that one question is about. DuckDB works a question off by calls within calls, for each column some, and
    /// hundreds of columns are more than a thread's stack holds.
    private static final int TOGETHER = 64;

    /// What the first question answers of a column.
    private record Counted(
            long present,
            long distinct,
            @Nullable String least,
            @Nullable String most) {}

    TableProfile profile() {
        try (Session session = duckDb.open(Lane.PARALLEL)) {
            List<Column> columns = file.schema().columns();
            long rows = session.number("SELECT count(*) FROM " + file.rowsSql());
            long sampled = 0;
            List<ColumnProfile> profiles = new ArrayList<>();
            for (int from = 0; from < columns.size(); from += TOGETHER) {
                List<Column> some = columns.subList(from, Math.min(columns.size(), from + TOGETHER));
                sampled = profile(session, some, rows, profiles);
            }
            Declared declared = file.declared();
            return new TableProfile(rows, sampled, profiles, declared.time(), declared.remarks());
        }
    }

    /// Adds the profiles of these columns, and says how many rows their quantiles come from.
    private long profile(Session session, List<Column> columns, long rows, List<ColumnProfile> profiles) {
        List<Counted> counted = counted(session, columns, rows);
        NumberSums sums = NumberSums.of(session, file, columns);
        NumberSample sample = NumberSample.of(session, file, columns, Math.ceilDiv(rows, SAMPLE));
        for (int i = 0; i < columns.size(); i++) {
            profiles.add(profile(session, columns.get(i), rows, counted.get(i), sums, sample));
        }
        return sample.rows();
    }

    private ColumnProfile profile(
            Session session, Column column, long rows, Counted counted, NumberSums sums, NumberSample sample) {
        Optional<NumberSums.Sum> sum = sums.of(column);
        boolean isNumber = column.type().kind().isNumeric();
        Top top = Top.hasOne(column) && counted.distinct <= FEW
                ? Top.of(session, file, column)
                : new Top(counted.distinct, List.of());
        return new ColumnProfile(
                column,
                rows - counted.present,
                sum.map(numbers -> counted.present - numbers.count()).orElse(0L),
                top.distinct(),
                range(column, counted, sum),
                sum.map(NumberSums.Sum::mean).orElse(OptionalDouble.empty()),
                isNumber ? sample.quantiles(column) : List.of(),
                sample.histogram(column),
                top.values());
    }

    private static Optional<Range> range(Column column, Counted counted, Optional<NumberSums.Sum> sum) {
        if (column.type().kind() == ColumnType.Kind.FLOATING) {
            return sum.flatMap(numbers -> numbers.range(column.type()));
        }
        return counted.least == null || counted.most == null
                ? Optional.empty()
                : Optional.of(new Range(shortened(counted.least), shortened(counted.most)));
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private List<Counted> counted(Session session, List<Column> columns, long rows) {
        var ends = new StringJoiner(", ");
        var distinct = new StringJoiner(", ");
        for (Column column : columns) {
            String name = Names.quoted(column.name());
            boolean hasRange = hasRange(column.type().kind());
            ends.add("CAST(count(" + name + ") AS VARCHAR)");
            ends.add(hasRange ? "CAST(min(" + name + ") AS VARCHAR)" : "NULL");
            ends.add(hasRange ? "CAST(max(" + name + ") AS VARCHAR)" : "NULL");
            distinct.add(
                    "CAST(" + (rows <= SAMPLE ? "count(DISTINCT " + name + ")" : "approx_count_distinct(" + name + ")")
                            + " AS VARCHAR)");
        }
        // Two questions: the footer answers the first alone, but not together with the second.
        List<@Nullable String> first = session.texts("SELECT " + ends + " FROM " + file.rowsSql());
        List<@Nullable String> second = session.texts("SELECT " + distinct + " FROM " + file.rowsSql());
        List<Counted> counted = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            long present = Long.parseLong(first.get(3 * i));
            long different = Math.min(present, Long.parseLong(second.get(i)));
            counted.add(new Counted(present, different, first.get(3 * i + 1), first.get(3 * i + 2)));
        }
        return counted;
    }

    private static boolean hasRange(ColumnType.Kind kind) {
        return switch (kind) {
            case LOGICAL, WHOLE, DECIMAL, TEXT, DATE, TIMESTAMP -> true;
            // NaN would be the largest; what is finite is asked with the sums.
            case FLOATING, NESTED, OTHER -> false;
        };
    }

    /// The most frequent values of a column that has few different ones.
    private record Top(long distinct, List<Frequency> values) {

        static boolean hasOne(Column column) {
            return column.type().kind() == ColumnType.Kind.TEXT || column.type().kind() == ColumnType.Kind.LOGICAL;
        }

        static Top of(Session session, ParquetRelation file, Column column) {
            String name = Names.quoted(column.name());
            List<Frequency> values = new ArrayList<>();
            long[] distinct = new long[1];
            session.read(
                    "SELECT CAST(v AS VARCHAR), n, count(*) OVER () FROM (SELECT " + name + " AS v, count(*) AS n FROM "
                            + file.rowsSql() + " WHERE " + name + " IS NOT NULL GROUP BY v) ORDER BY n DESC, v LIMIT "
                            + ColumnProfile.MOST,
                    (chunk, rows) -> {
                        for (int row = 0; row < rows; row++) {
                            String value = String.valueOf(chunk.vector(0).getString(row));
                            values.add(new Frequency(
                                    shortened(value), chunk.vector(1).getLong(row)));
                            distinct[0] = chunk.vector(2).getLong(row);
                        }
                    });
            return new Top(distinct[0], values);
        }
    }
}
