package dev.wadachi.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// Reads settled rows into Java: columns as arrays, rows as records.
record TableReader(Schema schema, Relation relation) {
    /// From so many rows on it is worth to ask how many different texts there are.
    private static final int MANY = 50_000;

    /// A text that occurs so often is worth its place in a dictionary.
    private static final int MANY_OF_EACH = 20;

    long rows() {
        try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
            return session.number("SELECT count(*) FROM (" + relation.sql() + ")");
        }
    }

    double[] doubles(String name) {
        Column column = numeric(name);
        double[] values = new double[count()];
        each(cast(column, "DOUBLE"), (vector, rows, from) -> {
            for (int row = 0; row < rows; row++) {
                values[from + row] = vector.getDouble(row, Double.NaN);
            }
        });
        return values;
    }

    long[] longs(String name) {
        Column column = whole(name, "BIGINT");
        long[] values = new long[count()];
        each(cast(column, "BIGINT"), (vector, rows, from) -> {
            for (int row = 0; row < rows; row++) {
                values[from + row] = vector.getLong(row);
            }
        });
        return values;
    }

    int[] ints(String name) {
        Column column = whole(name, "INTEGER");
        return whole(cast(column, "INTEGER"));
    }

    int[] epochDays(String name) {
        Column column = expect(name, ColumnType.Kind.DATE::equals, "dates", "cast it in SQL: CAST(… AS DATE)");
        refuseMissing(column, "a day as a number");
        return whole(Names.quoted(column.name()) + " - DATE '1970-01-01'");
    }

    private int[] whole(String expression) {
        int[] values = new int[count()];
        each("CAST(" + expression + " AS INTEGER)", (vector, rows, from) -> {
            for (int row = 0; row < rows; row++) {
                values[from + row] = vector.getInt(row);
            }
        });
        return values;
    }

    Codes codes(String name) {
        Column column = schema.column(name);
        try (Session session = DuckDb.shared().open(relation.lane())) {
            return new CodesReader(session, relation, cast(column, "VARCHAR"), count()).codes();
        }
    }

    /// A column that repeats a few texts is read by dictionary.
    @Nullable
    String[] strings(String name) {
        Column column = schema.column(name);
        int rows = count();
        if (rows >= MANY && different(column) <= rows / MANY_OF_EACH) {
            return codes(name).texts();
        }
        String[] values = new String[rows];
        each(cast(column, "VARCHAR"), (vector, count, from) -> {
            for (int row = 0; row < count; row++) {
                values[from + row] = vector.getString(row);
            }
        });
        return values;
    }

    private long different(Column column) {
        String answer = answers(List.of("approx_count_distinct(" + Names.quoted(column.name()) + ")"))
                .getFirst();
        return answer == null ? 0 : Long.parseLong(answer);
    }

    @Nullable
    LocalDate[] dates(String name) {
        Column column = expect(name, ColumnType.Kind.DATE::equals, "dates", "cast it in SQL: CAST(… AS DATE)");
        LocalDate[] values = new LocalDate[count()];
        each(cast(column, "DATE"), (vector, rows, from) -> {
            @Nullable LocalDate last = null;
            for (int row = 0; row < rows; row++) {
                LocalDate day = vector.getLocalDate(row);
                // Days mostly come in runs; one object for each run saves most of the memory.
                last = day != null && day.equals(last) ? last : day;
                values[from + row] = last;
            }
        });
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

    /// What is done with a row, whose missing values are null.
    @FunctionalInterface
    interface TextUse {
        void row(List<@Nullable String> cells);
    }

    /// Hands over each row as SQL prints it, times with a zone as those of UTC without it.
    void eachText(TextUse use) {
        var expressions = new StringJoiner(", ");
        schema.columns()
                .forEach(column -> expressions.add(
                        column.type().equals(ColumnType.TIMESTAMP_WITH_TIME_ZONE)
                                ? "CAST(timezone('UTC', " + Names.quoted(column.name()) + ") AS VARCHAR)"
                                : cast(column, "VARCHAR")));
        int width = schema.columns().size();
        query(expressions.toString(), (chunk, rows) -> {
            for (int row = 0; row < rows; row++) {
                List<@Nullable String> cells = new ArrayList<>(width);
                for (int column = 0; column < width; column++) {
                    cells.add(chunk.vector(column).getString(row));
                }
                use.row(cells);
            }
        });
    }

    @FunctionalInterface
    private interface Take {
        void rows(DuckDBReadableVector vector, int count, int from);
    }

    @FunctionalInterface
    private interface Put {
        void number(int row, int column, double value);
    }

    /// Hands the values on, a chunk at a time: a call for each row would take longer than reading it.
    private void each(String expression, Take take) {
        int[] at = new int[1];
        query(expression, (chunk, rows) -> {
            take.rows(chunk.vector(0), rows, at[0]);
            at[0] += rows;
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

    private Column whole(String name, String type) {
        Column column =
                expect(name, ColumnType.Kind.WHOLE::equals, "whole numbers", "cast it in SQL: CAST(… AS " + type + ")");
        refuseMissing(column, "a whole number");
        return column;
    }

    /// A Parquet file's footer tells that none is missing; only where one is, it is looked for.
    private void refuseMissing(Column column, String what) {
        if (missing(column) == 0) {
            return;
        }
        int[] place = {-1};
        int[] at = new int[1];
        query(Names.quoted(column.name()) + " IS NULL", (chunk, rows) -> {
            for (int row = 0; row < rows && place[0] < 0; row++) {
                if (chunk.vector(0).getBoolean(row)) {
                    place[0] = at[0] + row;
                }
            }
            at[0] += rows;
        });
        throw new TableException("column \"" + column.name() + "\" has no value in row "
                + Preview.grouped(place[0] + 1L)
                + ", and " + what + " cannot be missing; say in SQL what to take instead: coalesce(" + column.name()
                + (column.type().kind().isNumeric()
                        ? ", 0), or read it with doubles(…), where it is NaN"
                        : ", DATE '1970-01-01'), or read it with dates(…), where it is null"));
    }

    private static String cast(Column column, String type) {
        return "CAST(" + Names.quoted(column.name()) + " AS " + type + ")";
    }
}
