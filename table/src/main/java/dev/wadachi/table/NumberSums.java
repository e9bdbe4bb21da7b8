package dev.wadachi.table;

import dev.wadachi.table.ColumnProfile.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;

/// Sums of the finite numbers of each column of numbers, the same with any number of threads.
record NumberSums(Map<Column, Sum> sums) {

    /// A sum under way.
    static final class Sum {
        private long count;
        private double total;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        private void add(long numbers, double sum, double smallest, double largest) {
            count += numbers;
            total += sum;
            least = Math.min(least, smallest);
            most = Math.max(most, largest);
        }

        long count() {
            return count;
        }

        OptionalDouble mean() {
            double mean = total / count;
            return Double.isFinite(mean) ? OptionalDouble.of(mean) : OptionalDouble.empty();
        }

        /// Of floating-point numbers alone: the footer of the file tells those of others.
        Optional<Range> range(ColumnType type) {
            return count == 0 ? Optional.empty() : Optional.of(new Range(text(least, type), text(most, type)));
        }

        private static String text(double number, ColumnType type) {
            return type.equals(ColumnType.FLOAT) ? Float.toString((float) number) : Double.toString(number);
        }
    }

    /// @param columns of which those of numbers count
    static NumberSums of(Session session, ParquetRelation file, List<Column> columns) {
        List<Column> numbers = columns.stream()
                .filter(column -> column.type().kind().isNumeric())
                .toList();
        Map<Column, Sum> sums = new HashMap<>();
        if (numbers.isEmpty()) {
            return new NumberSums(sums);
        }
        List<Sum> inOrder = new ArrayList<>();
        for (Column column : numbers) {
            var sum = new Sum();
            inOrder.add(sum);
            sums.put(column, sum);
        }
        session.read(sql(numbers, file), (chunk, groups) -> {
            for (int group = 0; group < groups; group++) {
                for (int i = 0; i < numbers.size(); i++) {
                    int at = 1 + 4 * i;
                    inOrder.get(i)
                            .add(
                                    chunk.vector(at + 3).getLong(group),
                                    chunk.vector(at).getDouble(group, 0),
                                    chunk.vector(at + 1).getDouble(group, Double.POSITIVE_INFINITY),
                                    chunk.vector(at + 2).getDouble(group, Double.NEGATIVE_INFINITY));
                }
            }
        });
        return new NumberSums(sums);
    }

    Optional<Sum> of(Column column) {
        return Optional.ofNullable(sums.get(column));
    }

    /// A FILTER on each aggregate would take four times as long as the CASE below them.
    private static String sql(List<Column> numbers, ParquetRelation file) {
        var values = new StringJoiner(", ");
        var aggregates = new StringJoiner(", ");
        for (int i = 0; i < numbers.size(); i++) {
            String name = Names.quoted(numbers.get(i).name());
            boolean mayBeInfinite = numbers.get(i).type().kind() == ColumnType.Kind.FLOATING;
            values.add((mayBeInfinite ? "CASE WHEN isfinite(" + name + ") THEN " + name + " END" : name) + " AS n" + i);
            for (String aggregate : List.of("sum", "min", "max")) {
                String value = mayBeInfinite || aggregate.equals("sum") ? "n" + i : "NULL";
                aggregates.add("CAST(" + aggregate + "(" + value + ") AS DOUBLE)");
            }
            aggregates.add("count(n" + i + ")");
        }
        return "SELECT g, " + aggregates + " FROM (SELECT file_row_number // " + ParquetFile.GROUP + " AS g, " + values
                + " FROM " + file.numberedSql() + ") GROUP BY g ORDER BY g";
    }
}
