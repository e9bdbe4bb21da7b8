package dev.wadachi.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// A column whose values lie in this JVM.
///
/// @param column  its name and type
/// @param decimals digits behind the point, where the type is a decimal
/// @param rows    how many values it has
/// @param fill    writes a stretch of them into a vector of DuckDB
record MemoryColumn(Column column, int decimals, int rows, Fill fill) {

    /// Writes `count` values, starting with that at `from`, to the places 0, 1, 2… of the vector.
    @FunctionalInterface
    interface Fill {
        void into(DuckDBWritableVector vector, int from, int count);
    }

    /// Puts one value that is there to its place.
    @FunctionalInterface
    private interface Put<V> {
        void at(DuckDBWritableVector vector, int row, V value);
    }

    /// What DuckDB calls the type.
    DuckDBColumnType type() {
        return switch (column.type().kind()) {
            case DECIMAL -> DuckDBColumnType.DECIMAL;
            case TIMESTAMP -> column.type().equals(ColumnType.TIMESTAMP)
                    ? DuckDBColumnType.TIMESTAMP
                    : DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE;
            case LOGICAL, WHOLE, FLOATING, TEXT, DATE, NESTED, OTHER ->
                    DuckDBColumnType.valueOf(column.type().sql());
        };
    }

    static MemoryColumn ofInts(String name, int[] values) {
        return primitive(name, ColumnType.INTEGER, values.length, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setInt(i, values[from + i]);
            }
        });
    }

    static MemoryColumn ofLongs(String name, long[] values) {
        return primitive(name, ColumnType.BIGINT, values.length, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setLong(i, values[from + i]);
            }
        });
    }

    static MemoryColumn ofFloats(String name, float[] values) {
        return primitive(name, ColumnType.FLOAT, values.length, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setFloat(i, values[from + i]);
            }
        });
    }

    static MemoryColumn ofDoubles(String name, double[] values) {
        return primitive(name, ColumnType.DOUBLE, values.length, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setDouble(i, values[from + i]);
            }
        });
    }

    static MemoryColumn ofBooleans(String name, boolean[] values) {
        return primitive(name, ColumnType.BOOLEAN, values.length, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setBoolean(i, values[from + i]);
            }
        });
    }

    /// A column of objects of one kind, of which any may be missing.
    ///
    /// @param values an immutable list, or one that nobody changes
    /// @param kind   a class that [#holds] accepts
    static MemoryColumn ofObjects(String name, List<? extends @Nullable Object> values, Class<?> kind) {
        if (kind == String.class) {
            return texts(name, values, String.class::cast);
        }
        if (kind.isEnum()) {
            return texts(name, values, value -> ((Enum<?>) value).name());
        }
        if (kind == LocalDate.class) {
            return objects(name, ColumnType.DATE, values, LocalDate.class::cast, DuckDBWritableVector::setDate);
        }
        if (kind == LocalDateTime.class) {
            return objects(name, ColumnType.TIMESTAMP, values, LocalDateTime.class::cast,
                    DuckDBWritableVector::setTimestamp);
        }
        if (kind == Instant.class) {
            return objects(name, ColumnType.TIMESTAMP_WITH_TIME_ZONE, values,
                    value -> ((Instant) value).atOffset(ZoneOffset.UTC), DuckDBWritableVector::setOffsetDateTime);
        }
        if (kind == BigDecimal.class) {
            return decimals(name, values);
        }
        if (kind == Double.class) {
            return objects(name, ColumnType.DOUBLE, values, Double.class::cast, DuckDBWritableVector::setDouble);
        }
        if (kind == Float.class) {
            return objects(name, ColumnType.FLOAT, values, Float.class::cast, DuckDBWritableVector::setFloat);
        }
        if (kind == Long.class) {
            return objects(name, ColumnType.BIGINT, values, Long.class::cast, DuckDBWritableVector::setLong);
        }
        if (kind == Integer.class) {
            return objects(name, ColumnType.INTEGER, values, Integer.class::cast, DuckDBWritableVector::setInt);
        }
        if (kind == Boolean.class) {
            return objects(name, ColumnType.BOOLEAN, values, Boolean.class::cast, DuckDBWritableVector::setBoolean);
        }
        throw new IllegalArgumentException("no column holds values of " + kind.getName());
    }

    /// Tells whether a column can be made of such objects.
    static boolean holds(Class<?> kind) {
        return kind.isEnum() || List.of(String.class, LocalDate.class, LocalDateTime.class, Instant.class,
                BigDecimal.class, Double.class, Float.class, Long.class, Integer.class, Boolean.class).contains(kind);
    }

    private static MemoryColumn primitive(String name, ColumnType type, int rows, Fill fill) {
        return new MemoryColumn(new Column(name, type), 0, rows, fill);
    }

    private static <V> MemoryColumn objects(
            String name, ColumnType type, List<? extends @Nullable Object> values, Function<Object, V> as, Put<V> put) {
        return new MemoryColumn(new Column(name, type), 0, values.size(), filling(values, as, put));
    }

    /// Texts go to the vector all at once: each by itself would cost a call into native code.
    private static MemoryColumn texts(
            String name, List<? extends @Nullable Object> values, Function<Object, String> as) {
        Fill fill = (vector, from, count) -> {
            String[] stretch = new String[count];
            for (int i = 0; i < count; i++) {
                Object value = values.get(from + i);
                stretch[i] = value == null ? null : as.apply(value);
            }
            vector.setStrings(0, stretch);
        };
        return new MemoryColumn(new Column(name, ColumnType.VARCHAR), 0, values.size(), fill);
    }

    /// Decimals of 38 digits with as many behind the point as the longest value has.
    private static MemoryColumn decimals(String name, List<? extends @Nullable Object> values) {
        int scale = 0;
        for (Object value : values) {
            scale = value instanceof BigDecimal number ? Math.max(scale, number.scale()) : scale;
        }
        int decimals = scale;
        return new MemoryColumn(
                new Column(name, new ColumnType("DECIMAL(38," + decimals + ")")), decimals, values.size(),
                filling(values, value -> ((BigDecimal) value).setScale(decimals, RoundingMode.UNNECESSARY),
                        DuckDBWritableVector::setBigDecimal));
    }

    private static <V> Fill filling(
            List<? extends @Nullable Object> values, Function<Object, V> as, Put<V> put) {
        return (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                Object value = values.get(from + i);
                if (value == null) {
                    vector.setNull(i);
                } else {
                    put.at(vector, i, as.apply(value));
                }
            }
        };
    }
}
