package dev.wadachi.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// Reads settled rows into Java: columns as arrays, rows as records.
record TableReader(Schema schema, Relation relation) {

    long rows() {
        try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
            return session.number("SELECT count(*) FROM (" + relation.sql() + ")");
        }
    }

    double[] doubles(String name) {
        Column column = numeric(name);
        double[] values = new double[count()];
        each(cast(column, "DOUBLE"), (vector, row, at) -> values[at] = vector.getDouble(row, Double.NaN));
        return values;
    }

    long[] longs(String name) {
        Column column =
                expect(name, ColumnType.Kind.WHOLE::equals, "whole numbers", "cast it in SQL: CAST(… AS BIGINT)");
        long[] values = new long[count()];
        each(cast(column, "BIGINT"), (vector, row, at) -> {
            refuseMissing(vector, row, at, column);
            values[at] = vector.getLong(row);
        });
        return values;
    }

    int[] ints(String name) {
        Column column =
                expect(name, ColumnType.Kind.WHOLE::equals, "whole numbers", "cast it in SQL: CAST(… AS INTEGER)");
        int[] values = new int[count()];
        each(cast(column, "INTEGER"), (vector, row, at) -> {
            refuseMissing(vector, row, at, column);
            values[at] = vector.getInt(row);
        });
        return values;
    }

    @Nullable
    String[] strings(String name) {
        Column column = schema.column(name);
        String[] values = new String[count()];
        // Columns of names repeat a few texts; one object for each saves most of the memory.
        Map<String, String> known = new HashMap<>();
        each(cast(column, "VARCHAR"), (vector, row, at) -> {
            String text = vector.getString(row);
            values[at] = text == null || known.size() > 10_000 ? text : known.computeIfAbsent(text, same -> same);
        });
        return values;
    }

    @Nullable
    LocalDate[] dates(String name) {
        Column column = expect(name, ColumnType.Kind.DATE::equals, "dates", "cast it in SQL: CAST(… AS DATE)");
        LocalDate[] values = new LocalDate[count()];
        each(cast(column, "DATE"), (vector, row, at) -> values[at] = vector.getLocalDate(row));
        return values;
    }

    double[][] matrix(List<String> names) {
        double[][] values = new double[count()][names.size()];
        eachNumber(names, (row, column, value) -> values[row][column] = value);
        return values;
    }

    float[] rowMajorFloats(List<String> names) {
        int width = names.size();
        float[] values = new float[Math.multiplyExact(count(), width)];
        eachNumber(names, (row, column, value) -> values[row * width + column] = (float) value);
        return values;
    }

    <R extends Record> List<R> records(RecordShape<R> shape) {
        RecordShape.Reading<R> reading = shape.readingFrom(schema);
        List<R> records = new ArrayList<>(count());
        query(reading.select(), (chunk, rows) -> {
            var vectors = new DuckDBReadableVector[reading.width()];
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] = chunk.vector(i);
            }
            for (int row = 0; row < rows; row++) {
                records.add(reading.record(vectors, row, records.size()));
            }
        });
        return List.copyOf(records);
    }

    /// How many values a column lacks. A Parquet file's footer tells.
    long missing(Column column) {
        return Long.parseLong(answers(List.of("count(*) - count(" + Names.quoted(column.name()) + ")"))
                .getFirst());
    }

    /// What one pass of aggregates gives, each as a text.
    List<@Nullable String> answers(List<String> aggregates) {
        var texts = new StringJoiner(", ");
        aggregates.forEach(aggregate -> texts.add("CAST(" + aggregate + " AS VARCHAR)"));
        try (Session session = DuckDb.shared().open(relation.lane())) {
            return session.texts("SELECT " + texts + " FROM (" + relation.sql() + ")");
        }
    }

    /// The first rows as SQL prints them; a missing value is an empty text.
    List<List<String>> texts(int limit) {
        var expressions = new StringJoiner(", ");
        schema.columns().forEach(column -> expressions.add(cast(column, "VARCHAR")));
        List<List<String>> lines = new ArrayList<>();
        try (Session session = DuckDb.shared().open(relation.lane())) {
            session.read("SELECT " + expressions + " FROM (" + relation.sql() + ") LIMIT " + limit, (chunk, rows) -> {
                for (int row = 0; row < rows; row++) {
                    List<String> cells = new ArrayList<>();
                    for (int column = 0; column < schema.columns().size(); column++) {
                        String text = chunk.vector(column).getString(row);
                        cells.add(text == null ? "" : Preview.cell(text));
                    }
                    lines.add(cells);
                }
            });
        }
        return lines;
    }

    @FunctionalInterface
    private interface Take {
        void value(DuckDBReadableVector vector, int row, int at);
    }

    @FunctionalInterface
    private interface Put {
        void number(int row, int column, double value);
    }

    private void each(String expression, Take take) {
        int[] at = new int[1];
        query(expression, (chunk, rows) -> {
            var vector = chunk.vector(0);
            for (int row = 0; row < rows; row++) {
                take.value(vector, row, at[0]++);
            }
        });
    }

    private void eachNumber(List<String> names, Put put) {
        if (names.isEmpty()) {
            return;
        }
        var expressions = new StringJoiner(", ");
        names.forEach(name -> expressions.add(cast(numeric(name), "DOUBLE")));
        int[] at = new int[1];
        query(expressions.toString(), (chunk, rows) -> {
            for (int column = 0; column < names.size(); column++) {
                var vector = chunk.vector(column);
                for (int row = 0; row < rows; row++) {
                    put.number(at[0] + row, column, vector.getDouble(row, Double.NaN));
                }
            }
            at[0] += rows;
        });
    }

    private void query(String expressions, Session.ChunkConsumer consumer) {
        try (Session session = DuckDb.shared().open(relation.lane())) {
            session.read("SELECT " + expressions + " FROM (" + relation.sql() + ")", consumer);
        }
    }

    private int count() {
        long rows = rows();
        if (rows > Integer.MAX_VALUE) {
            throw new TableException("an array holds at most 2,147,483,647 values, but the table has "
                    + Preview.grouped(rows) + " rows; take fewer with SQL");
        }
        return (int) rows;
    }

    private Column numeric(String name) {
        return expect(name, ColumnType.Kind::isNumeric, "numbers", "cast it in SQL: CAST(… AS DOUBLE)");
    }

    private Column expect(String name, Predicate<ColumnType.Kind> kind, String what, String instead) {
        Column column = schema.column(name);
        if (!kind.test(column.type().kind())) {
            throw new TableException(
                    "column \"" + column.name() + "\" holds " + column.type() + ", not " + what + "; " + instead);
        }
        return column;
    }

    private static void refuseMissing(DuckDBReadableVector vector, int row, int at, Column column) {
        if (vector.isNull(row)) {
            throw new TableException("column \"" + column.name() + "\" has no value in row " + Preview.grouped(at + 1L)
                    + ", and a whole number cannot be missing; say in SQL what to take instead: coalesce("
                    + column.name()
                    + ", 0), or read it with doubles(…), where it is NaN");
        }
    }

    private static String cast(Column column, String type) {
        return "CAST(" + Names.quoted(column.name()) + " AS " + type + ")";
    }
}
