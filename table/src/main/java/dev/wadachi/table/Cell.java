package dev.wadachi.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBReadableVector;

/// How one component of a record is read from a vector.
///
/// @param boxed the component's type, boxed
/// @param cast  the SQL type that the column is brought to first; empty if it is taken as it is
/// @param kinds the kinds of columns that it takes
record Cell(Class<?> boxed, String cast, Set<ColumnType.Kind> kinds, Read read) {
    static final String KNOWN = "boolean, int, long, float, double (or their boxes, which may be null), String, enums, "
            + "LocalDate, LocalDateTime, Instant and BigDecimal";

    private static final Set<ColumnType.Kind> NUMBERS =
            Set.of(ColumnType.Kind.WHOLE, ColumnType.Kind.DECIMAL, ColumnType.Kind.FLOATING);
    private static final Set<ColumnType.Kind> WHOLE = Set.of(ColumnType.Kind.WHOLE);
    private static final Set<ColumnType.Kind> TIMES = Set.of(ColumnType.Kind.DATE, ColumnType.Kind.TIMESTAMP);

    private static final Map<Class<?>, Cell> BY_TYPE = Map.ofEntries(
            entry(
                    boolean.class,
                    Boolean.class,
                    "BOOLEAN",
                    Set.of(ColumnType.Kind.LOGICAL),
                    (vector, row) -> vector.getBoolean(row)),
            entry(int.class, Integer.class, "INTEGER", WHOLE, (vector, row) -> vector.getInt(row)),
            entry(long.class, Long.class, "BIGINT", WHOLE, (vector, row) -> vector.getLong(row)),
            entry(float.class, Float.class, "FLOAT", NUMBERS, (vector, row) -> vector.getFloat(row)),
            entry(double.class, Double.class, "DOUBLE", NUMBERS, (vector, row) -> vector.getDouble(row)),
            entry(
                    String.class,
                    String.class,
                    "VARCHAR",
                    Set.of(ColumnType.Kind.values()),
                    DuckDBReadableVector::getString),
            entry(
                    LocalDate.class,
                    LocalDate.class,
                    "DATE",
                    Set.of(ColumnType.Kind.DATE),
                    DuckDBReadableVector::getLocalDate),
            entry(LocalDateTime.class, LocalDateTime.class, "TIMESTAMP", TIMES, DuckDBReadableVector::getLocalDateTime),
            entry(
                    Instant.class,
                    Instant.class,
                    "TIMESTAMP WITH TIME ZONE",
                    Set.of(ColumnType.Kind.TIMESTAMP),
                    (vector, row) -> vector.getOffsetDateTime(row).toInstant()),
            entry(
                    BigDecimal.class,
                    BigDecimal.class,
                    "",
                    Set.of(ColumnType.Kind.DECIMAL),
                    DuckDBReadableVector::getBigDecimal));

    /// Reads the value of a row, which is there.
    @FunctionalInterface
    interface Read {
        Object of(DuckDBReadableVector vector, int row);
    }

    /// The cell for a component of that type, if there is one.
    static Optional<Cell> of(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(new Cell(
                    type, "VARCHAR", Set.of(ColumnType.Kind.TEXT), (vector, row) -> constant(type, vector, row)));
        }
        return BY_TYPE.values().stream()
                .filter(cell -> cell.boxed == type)
                .findFirst()
                .or(() -> Optional.ofNullable(BY_TYPE.get(type)));
    }

    boolean accepts(ColumnType.Kind kind) {
        return kinds.contains(kind);
    }

    /// The expression that brings the column to the type that is read.
    String select(String column) {
        return cast.isEmpty() ? column : "CAST(" + column + " AS " + cast + ")";
    }

    Object read(DuckDBReadableVector vector, int row) {
        return read.of(vector, row);
    }

    private static Map.Entry<Class<?>, Cell> entry(
            Class<?> type, Class<?> boxed, String cast, Set<ColumnType.Kind> kinds, Read read) {
        return Map.entry(type, new Cell(boxed, cast, kinds, read));
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
