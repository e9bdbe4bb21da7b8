package dev.wadachi.table;

import dev.wadachi.table.ColumnType.Kind;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// How components of one type are written to a column and read from one.
///
/// @param boxed the component's type, boxed
/// @param cast  the SQL type that a column is brought to before it is read; empty if it is taken as it is
/// @param kinds the kinds of columns that it is read from
/// @param make  makes a column of such values
/// @param read  reads a value
record Cell(Class<?> boxed, String cast, Set<Kind> kinds, Make make, Read read) {
    static final String KNOWN = "boolean, int, long, float, double (or their boxes, which may be null), String, enums, "
            + "LocalDate, LocalDateTime, Instant and BigDecimal";

    private static final Set<Kind> NUMBERS = Set.of(Kind.WHOLE, Kind.DECIMAL, Kind.FLOATING);
    private static final Set<Kind> TIMES = Set.of(Kind.DATE, Kind.TIMESTAMP);

    private static final List<Cell> CELLS = List.of(
            cell(
                    Boolean.class,
                    ColumnType.BOOLEAN,
                    Set.of(Kind.LOGICAL),
                    DuckDBWritableVector::setBoolean,
                    (vector, row) -> vector.getBoolean(row)),
            cell(
                    Integer.class,
                    ColumnType.INTEGER,
                    Set.of(Kind.WHOLE),
                    DuckDBWritableVector::setInt,
                    (vector, row) -> vector.getInt(row)),
            cell(
                    Long.class,
                    ColumnType.BIGINT,
                    Set.of(Kind.WHOLE),
                    DuckDBWritableVector::setLong,
                    (vector, row) -> vector.getLong(row)),
            cell(
                    Float.class,
                    ColumnType.FLOAT,
                    NUMBERS,
                    DuckDBWritableVector::setFloat,
                    (vector, row) -> vector.getFloat(row)),
            cell(
                    Double.class,
                    ColumnType.DOUBLE,
                    NUMBERS,
                    DuckDBWritableVector::setDouble,
                    (vector, row) -> vector.getDouble(row)),
            cell(
                    LocalDate.class,
                    ColumnType.DATE,
                    Set.of(Kind.DATE),
                    DuckDBWritableVector::setDate,
                    DuckDBReadableVector::getLocalDate),
            cell(
                    LocalDateTime.class,
                    ColumnType.TIMESTAMP,
                    TIMES,
                    DuckDBWritableVector::setTimestamp,
                    DuckDBReadableVector::getLocalDateTime),
            new Cell(
                    String.class,
                    "VARCHAR",
                    Set.of(Kind.values()),
                    MemoryColumn::ofTexts,
                    DuckDBReadableVector::getString),
            new Cell(
                    Instant.class,
                    ColumnType.TIMESTAMP_WITH_TIME_ZONE.sql(),
                    Set.of(Kind.TIMESTAMP),
                    MemoryColumn::ofInstants,
                    (vector, row) -> vector.getOffsetDateTime(row).toInstant()),
            new Cell(
                    BigDecimal.class,
                    "",
                    Set.of(Kind.DECIMAL),
                    MemoryColumn::ofDecimals,
                    DuckDBReadableVector::getBigDecimal));

    /// Makes a column of values, of which any may be missing.
    @FunctionalInterface
    interface Make {
        MemoryColumn of(String name, List<? extends @Nullable Object> values);
    }

    /// Reads the value of a row, which is there.
    @FunctionalInterface
    interface Read {
        Object of(DuckDBReadableVector vector, int row);
    }

    /// The cell for components of that type, if there is one.
    static Optional<Cell> of(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(new Cell(
                    type,
                    "VARCHAR",
                    Set.of(Kind.TEXT),
                    MemoryColumn::ofTexts,
                    (vector, row) -> constant(type, vector, row)));
        }
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        return CELLS.stream().filter(cell -> cell.boxed == boxed).findFirst();
    }

    MemoryColumn column(String name, List<? extends @Nullable Object> values) {
        return make.of(name, values);
    }

    boolean accepts(Kind kind) {
        return kinds.contains(kind);
    }

    /// The expression that brings the column to the type that is read.
    String select(String column) {
        return cast.isEmpty() ? column : "CAST(" + column + " AS " + cast + ")";
    }

    Object read(DuckDBReadableVector vector, int row) {
        return read.of(vector, row);
    }

    private static <V> Cell cell(Class<V> boxed, ColumnType type, Set<Kind> kinds, MemoryColumn.Put<V> put, Read read) {
        return new Cell(
                boxed, type.sql(), kinds, (name, values) -> MemoryColumn.of(name, values, type, boxed, put), read);
    }

    private static Object constant(Class<?> type, DuckDBReadableVector vector, int row) {
        String name = vector.getString(row);
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new TableException("there is no " + type.getSimpleName() + " called \"" + name + "\"; there are "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", ")));
    }
}
