package dev.wadachi.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// Values of columns of numbers and times, of all rows or of some that are always the same; sorted.
record NumberSample(long rows, Map<Column, double[]> sorted) {
    private static final int BARS = 20;

    /// @param asked of which those of numbers and times count
    /// @param step one of so many rows is taken, at least 1
    static NumberSample of(Session session, ParquetRelation file, List<Column> asked, long step) {
        List<Column> columns = asked.stream()
                .filter(column ->
                        column.type().kind().isNumeric() || column.type().kind().isTime())
                .toList();
        var values = new StringJoiner(", ");
        values.add("1");
        for (Column column : columns) {
            String name = Names.quoted(column.name());
            values.add(column.type().kind().isTime() ? "epoch(" + name + ")" : "CAST(" + name + " AS DOUBLE)");
        }
        var growing = new ArrayList<Growing>();
        columns.forEach(_ -> growing.add(new Growing()));
        long[] rows = new long[1];
        String some = step > 1 ? " WHERE hash(file_row_number) % " + step + " = 0" : "";
        session.read("SELECT " + values + " FROM " + file.numberedSql() + some, (chunk, count) -> {
            rows[0] += count;
            for (int i = 0; i < columns.size(); i++) {
                var vector = chunk.vector(i + 1);
                for (int row = 0; row < count; row++) {
                    growing.get(i).add(vector.getDouble(row, Double.NaN));
                }
            }
        });
        Map<Column, double[]> sorted = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            sorted.put(columns.get(i), growing.get(i).sorted());
        }
        return new NumberSample(rows[0], sorted);
    }

    /// Finite values, so far.
    private static final class Growing {
        private double[] values = new double[1024];
        private int size;

        void add(double value) {
            if (Double.isFinite(value)) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, 2 * size);
                }
                // Adding zero makes -0.0 the one zero.
                values[size++] = value + 0.0;
            }
        }

        double[] sorted() {
            double[] exact = Arrays.copyOf(values, size);
            Arrays.sort(exact);
            return exact;
        }
    }

    /// Values at ranks of equal distance, from the smallest to the largest; empty if there is no value.
    List<Double> quantiles(Column column) {
        double[] values = of(column);
        List<Double> quantiles = new ArrayList<>();
        for (int part = 0; part <= ColumnProfile.PARTS && values.length > 0; part++) {
            quantiles.add(values[(int) Math.round((values.length - 1.0) * part / ColumnProfile.PARTS)]);
        }
        return quantiles;
    }

    /// How many values lie in each part of the range; empty if there is no value.
    List<Long> histogram(Column column) {
        double[] values = of(column);
        if (values.length == 0) {
            return List.of();
        }
        double least = values[0];
        double width = values[values.length - 1] - least;
        long[] bars = new long[BARS];
        for (double value : values) {
            bars[width > 0 ? (int) Math.min(BARS - 1, (value - least) / width * BARS) : 0]++;
        }
        return Arrays.stream(bars).boxed().toList();
    }

    private double[] of(Column column) {
        return sorted.getOrDefault(column, new double[0]);
    }
}
