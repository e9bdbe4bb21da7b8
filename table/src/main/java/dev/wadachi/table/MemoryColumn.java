package dev.wadachi.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// A column whose values lie in this JVM.
///
/// @param column  its name and type
/// @param decimals digits behind the point, where the type is a decimal
/// @param rows    how many values it has
/// @param fill    writes a stretch of them into a vector of DuckDB, value by value
/// @param copy    the same for a vector as it lies in memory, where there is such a way
record MemoryColumn(Column column, int decimals, int rows, Fill fill, Optional<Copy> copy) {
    private static final int MOST_DIGITS = 38;

    /// Days that stand for infinity, in both directions.
    private static final int FOREVER = Integer.MAX_VALUE;

    /// Writes `count` values, starting with that at `from`, to the places 0, 1, 2… of the vector.
    @FunctionalInterface
    interface Fill {
        void into(DuckDBWritableVector vector, int from, int count);
    }

    /// Writes `count` values, starting with that at `from`, to the places 0, 1, 2… of a vector in memory.
    @FunctionalInterface
    interface Copy {
        void into(NativeVector vector, int from, int count);
    }

    /// Puts one value that is there to its place in memory.
    @FunctionalInterface
    private interface Place<V> {
        void at(NativeVector vector, int place, V value);
    }

    /// Puts one value that is there to its place.
    @FunctionalInterface
    interface Put<V> {
        void at(DuckDBWritableVector vector, int row, V value);
    }

    /// What DuckDB calls the type.
    DuckDBColumnType type() {
        return switch (column.type().kind()) {
            case DECIMAL -> DuckDBColumnType.DECIMAL;
            case TIMESTAMP ->
                column.type().equals(ColumnType.TIMESTAMP)
                        ? DuckDBColumnType.TIMESTAMP
                        : DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE;
            case LOGICAL, WHOLE, FLOATING, TEXT, DATE, NESTED, OTHER ->
                DuckDBColumnType.valueOf(column.type().sql());
        };
    }

    static MemoryColumn ofInts(String name, int[] values) {
        Fill fill = (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setInt(i, values[from + i]);
            }
        };
        return primitive(
                name,
                ColumnType.INTEGER,
                values.length,
                fill,
                (vector, from, count) -> vector.ints(values, from, count));
    }

    static MemoryColumn ofLongs(String name, long[] values) {
        Fill fill = (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setLong(i, values[from + i]);
            }
        };
        return primitive(
                name,
                ColumnType.BIGINT,
                values.length,
                fill,
                (vector, from, count) -> vector.longs(values, from, count));
    }

    static MemoryColumn ofFloats(String name, float[] values) {
        Fill fill = (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setFloat(i, values[from + i]);
            }
        };
        return primitive(
                name,
                ColumnType.FLOAT,
                values.length,
                fill,
                (vector, from, count) -> vector.floats(values, from, count));
    }

    static MemoryColumn ofDoubles(String name, double[] values) {
        Fill fill = (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setDouble(i, values[from + i]);
            }
        };
        return primitive(
                name,
                ColumnType.DOUBLE,
                values.length,
                fill,
                (vector, from, count) -> vector.doubles(values, from, count));
    }

    static MemoryColumn ofBooleans(String name, boolean[] values) {
        Fill fill = (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setBoolean(i, values[from + i]);
            }
        };
        return primitive(name, ColumnType.BOOLEAN, values.length, fill, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.truth(i, values[from + i]);
            }
        });
    }

    /// A column of objects of one kind, of which any may be missing.
    ///
    /// @param values an immutable list, or one that nobody changes
    static <V> MemoryColumn of(
            String name, List<? extends @Nullable Object> values, ColumnType type, Class<V> kind, Put<V> put) {
        var column = new Column(name, type);
        return new MemoryColumn(column, 0, values.size(), filling(column, values, kind::cast, put), Optional.empty());
    }

    /// A column of days, of which any may be missing.
    static MemoryColumn ofDates(String name, List<? extends @Nullable Object> values) {
        var column = new Column(name, ColumnType.DATE);
        return new MemoryColumn(
                column,
                0,
                values.size(),
                filling(column, values, LocalDate.class::cast, DuckDBWritableVector::setDate),
                Optional.of(copying(
                        values, LocalDate.class::cast, (vector, place, day) -> vector.number(place, days(day)))));
    }

    private static int days(LocalDate day) {
        int days = Math.toIntExact(day.toEpochDay());
        if (days <= -FOREVER || days >= FOREVER) {
            throw new ArithmeticException(day + " stands for eternity in DuckDB");
        }
        return days;
    }

    /// A column of texts and constants of enums. They go to the vector all at once: each by itself would cost a call
    /// into native code.
    ///
    /// @throws TableException if a text holds half of a character, which no file can: it names the row
    static MemoryColumn ofTexts(String name, List<? extends @Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof String text && holdsHalfACharacter(text)) {
                throw new TableException("row " + Preview.grouped(i + 1L) + ", column \"" + name
                        + "\": there is half of a character, such as \\ud83d alone; cut texts between characters"
                        + " (String.offsetByCodePoints)");
            }
        }
        Fill fill = (vector, from, count) -> {
            String[] stretch = new String[count];
            for (int i = 0; i < count; i++) {
                stretch[i] = text(values.get(from + i));
            }
            vector.setStrings(0, stretch);
        };
        Copy copy = copying(values, MemoryColumn::text, NativeVector::text);
        return new MemoryColumn(new Column(name, ColumnType.VARCHAR), 0, values.size(), fill, Optional.of(copy));
    }

    private static boolean holdsHalfACharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .anyMatch(point -> point <= Character.MAX_SURROGATE && Character.isSurrogate((char) point));
            }
        }
        return false;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof Enum<?> constant ? constant.name() : (String) value;
    }

    static MemoryColumn ofInstants(String name, List<? extends @Nullable Object> values) {
        var column = new Column(name, ColumnType.TIMESTAMP_WITH_TIME_ZONE);
        return new MemoryColumn(
                column,
                0,
                values.size(),
                filling(
                        column,
                        values,
                        value -> ((Instant) value).atOffset(ZoneOffset.UTC),
                        DuckDBWritableVector::setOffsetDateTime),
                Optional.empty());
    }

    /// Decimals of 38 digits with as many behind the point as the longest value has.
    static MemoryColumn ofDecimals(String name, List<? extends @Nullable Object> values) {
        int decimals = scale(values);
        var column = new Column(name, new ColumnType("DECIMAL(38," + decimals + ")"));
        return new MemoryColumn(
                column,
                decimals,
                values.size(),
                filling(
                        column,
                        values,
                        value -> ((BigDecimal) value).setScale(decimals, RoundingMode.UNNECESSARY),
                        DuckDBWritableVector::setBigDecimal),
                Optional.empty());
    }

    /// What has more digits behind the point than a decimal may is refused later, by its row.
    private static int scale(List<? extends @Nullable Object> values) {
        int scale = 0;
        for (Object value : values) {
            scale = value instanceof BigDecimal number ? Math.max(scale, number.scale()) : scale;
        }
        return Math.min(scale, MOST_DIGITS);
    }

    private static MemoryColumn primitive(String name, ColumnType type, int rows, Fill fill, Copy copy) {
        return new MemoryColumn(new Column(name, type), 0, rows, fill, Optional.of(copy));
    }

    private static <V> Copy copying(List<? extends @Nullable Object> values, Function<Object, V> as, Place<V> put) {
        return (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                Object value = values.get(from + i);
                if (value == null) {
                    vector.missing(i);
                } else {
                    put.at(vector, i, as.apply(value));
                }
            }
        };
    }

    private static <V> Fill filling(
            Column column, List<? extends @Nullable Object> values, Function<Object, V> as, Put<V> put) {
        return (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                Object value = values.get(from + i);
                if (value == null) {
                    vector.setNull(i);
                } else {
                    put(column, vector, i, from + i + 1L, value, as, put);
                }
            }
        };
    }

    /// @param number of the row in the table, from 1
    /// @throws TableException if the type does not reach as far as the value: it names the row and the value
    private static <V> void put(
            Column column,
            DuckDBWritableVector vector,
            int row,
            long number,
            Object value,
            Function<Object, V> as,
            Put<V> put) {
        try {
            put.at(vector, row, as.apply(value));
        } catch (RuntimeException e) {
            throw new TableException(
                    "row " + Preview.grouped(number) + ", column \"" + column.name() + "\": " + value + " is no "
                            + column.type() + "; " + advice(column.type().kind()),
                    e);
        }
    }

    private static String advice(ColumnType.Kind kind) {
        return kind == ColumnType.Kind.DECIMAL
                ? "decimals have 38 digits, as many of them behind the point as the longest of the column needs: round them"
                        + " (setScale), or make them double"
                : "leave it missing (null), or bring it into that type's range";
    }
}
