package dev.wadachi.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBWritableVector;

/// A column of a JDBC result: how its values come into a column of a table.
///
/// @param column its name and the type that it gets
/// @param type   what DuckDB calls that type; of decimals, [#precision] and [#scale] say more
/// @param put    puts the value of the current row to its place
record JdbcColumn(Column column, DuckDBColumnType type, int precision, int scale, Put put) {
    private static final int MOST_DIGITS = 38;

    /// Up to here every whole number is a double.
    private static final long EXACT = 1L << 53;

    /// Reads the value at a position, from 1, and writes it to a row of a vector.
    @FunctionalInterface
    interface Put {
        void value(ResultSet rows, int position, DuckDBWritableVector vector, int row) throws SQLException;
    }

    /// Reads a value that is there.
    @FunctionalInterface
    private interface Get<V> {
        V value(ResultSet rows, int position) throws SQLException;
    }

    /// Takes a value that is there for what the column holds.
    @FunctionalInterface
    private interface Exactly<V> {
        V of(Object value);
    }

    /// Writes a value that is there.
    @FunctionalInterface
    private interface Set<V> {
        void value(DuckDBWritableVector vector, int row, V value);
    }

    /// The column at a position, from 1; empty if no column holds such values.
    static Optional<JdbcColumn> of(ResultSetMetaData metadata, int position) throws SQLException {
        String name = metadata.getColumnLabel(position);
        // SQLite says of a type that it does not know what the first row happens to hold.
        if (metadata.getColumnTypeName(position).equalsIgnoreCase(ColumnType.TIMESTAMP_WITH_TIME_ZONE.sql())) {
            return instant(name);
        }
        return switch (metadata.getColumnType(position)) {
            case Types.BOOLEAN, Types.BIT ->
                of(name, ColumnType.BOOLEAN, ResultSet::getBoolean, DuckDBWritableVector::setBoolean);
            case Types.TINYINT, Types.SMALLINT ->
                of(name, ColumnType.INTEGER, exactly(JdbcColumn::narrow), DuckDBWritableVector::setInt);
            // SQLite calls INTEGER what has 64 bits; a narrow column is not worth a value that does not fit.
            case Types.INTEGER, Types.BIGINT ->
                of(name, ColumnType.BIGINT, exactly(JdbcColumn::whole), DuckDBWritableVector::setLong);
            case Types.REAL, Types.FLOAT, Types.DOUBLE ->
                of(name, ColumnType.DOUBLE, exactly(JdbcColumn::floating), DuckDBWritableVector::setDouble);
            case Types.DECIMAL, Types.NUMERIC ->
                decimal(name, metadata.getPrecision(position), metadata.getScale(position));
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB,
                    Types.TIME,
                    Types.TIME_WITH_TIMEZONE,
                    Types.SQLXML -> of(name, ColumnType.VARCHAR, ResultSet::getString, DuckDBWritableVector::setString);
            case Types.DATE -> of(name, ColumnType.DATE, JdbcColumn::day, DuckDBWritableVector::setDate);
            case Types.TIMESTAMP ->
                metadata.getColumnTypeName(position).toLowerCase(Locale.ROOT).contains("timestamptz")
                        ? instant(name)
                        : of(name, ColumnType.TIMESTAMP, JdbcColumn::time, DuckDBWritableVector::setTimestamp);
            case Types.TIMESTAMP_WITH_TIMEZONE -> instant(name);
            case Types.OTHER ->
                isText(metadata.getColumnTypeName(position))
                        ? of(name, ColumnType.VARCHAR, ResultSet::getString, DuckDBWritableVector::setString)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isText(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "uuid", "json", "jsonb", "citext" -> true;
            default -> false;
        };
    }

    private static Optional<JdbcColumn> instant(String name) {
        return of(
                name,
                ColumnType.TIMESTAMP_WITH_TIME_ZONE,
                (rows, position) -> moment(rows, position).withOffsetSameInstant(ZoneOffset.UTC),
                DuckDBWritableVector::setOffsetDateTime);
    }

    private static OffsetDateTime moment(ResultSet rows, int position) throws SQLException {
        return rows.getObject(position) instanceof String text
                ? OffsetDateTime.parse(text.strip().replace(' ', 'T'))
                : rows.getObject(position, OffsetDateTime.class);
    }

    private static Optional<JdbcColumn> decimal(String name, int precision, int scale) {
        if (precision < 1 || precision > MOST_DIGITS || scale < 0 || scale > precision) {
            return Optional.empty();
        }
        Put put = put(ResultSet::getBigDecimal, (vector, row, value) -> vector.setBigDecimal(row, exact(value, scale)));
        var column = new Column(name, new ColumnType("DECIMAL(" + precision + "," + scale + ")"));
        return Optional.of(new JdbcColumn(column, DuckDBColumnType.DECIMAL, precision, scale, put));
    }

    private static BigDecimal exact(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.UNNECESSARY);
    }

    private static <V> Get<V> exactly(Exactly<V> conversion) {
        return (rows, position) -> conversion.of(rows.getObject(position));
    }

    /// SQLite keeps in each row what it was given, whatever the column's type is, and `getLong` would cut it to size.
    private static long whole(Object value) {
        return switch (value) {
            case Long number -> number;
            case Integer number -> number;
            case BigDecimal number -> number.longValueExact();
            case BigInteger number -> number.longValueExact();
            case Double number when number == Math.rint(number) && Math.abs(number) < EXACT -> number.longValue();
            case Short number -> number;
            case Byte number -> number;
            default -> throw new ArithmeticException("it would be rounded or guessed");
        };
    }

    private static int narrow(Object value) {
        return Math.toIntExact(whole(value));
    }

    private static double floating(Object value) {
        return switch (value) {
            case Double number -> number;
            case Float number -> number;
            case BigDecimal number -> number.doubleValue();
            case Number number when Math.abs(number.longValue()) <= EXACT -> number.doubleValue();
            default -> throw new ArithmeticException("it would be rounded or guessed");
        };
    }

    /// SQLite has no type for days: they are texts, or milliseconds since 1970.
    private static LocalDate day(ResultSet rows, int position) throws SQLException {
        return switch (rows.getObject(position)) {
            case String text -> LocalDate.parse(text.strip());
            case Number millis ->
                Instant.ofEpochMilli(millis.longValue())
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate();
            default -> rows.getObject(position, LocalDate.class);
        };
    }

    private static LocalDateTime time(ResultSet rows, int position) throws SQLException {
        return switch (rows.getObject(position)) {
            case String text -> LocalDateTime.parse(text.strip().replace(' ', 'T'));
            case Number millis ->
                Instant.ofEpochMilli(millis.longValue())
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDateTime();
            default -> rows.getObject(position, LocalDateTime.class);
        };
    }

    private static <V> Optional<JdbcColumn> of(String name, ColumnType type, Get<V> get, Set<V> set) {
        DuckDBColumnType known = type.equals(ColumnType.TIMESTAMP_WITH_TIME_ZONE)
                ? DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE
                : DuckDBColumnType.valueOf(type.sql());
        return Optional.of(new JdbcColumn(new Column(name, type), known, 0, 0, put(get, set)));
    }

    private static <V> Put put(Get<V> get, Set<V> set) {
        return (rows, position, vector, row) -> {
            if (rows.getObject(position) == null) {
                vector.setNull(row);
            } else {
                set.value(vector, row, get.value(rows, position));
            }
        };
    }

    /// Puts the value of the current row to its place.
    ///
    /// @throws TableException if it is not of the column's type: it names the row and the value
    void fill(ResultSet rows, int position, DuckDBWritableVector vector, int row, long number) {
        try {
            put.value(rows, position, vector, row);
        } catch (SQLException | RuntimeException e) {
            // The driver's own exceptions for a value that is no value are of many kinds.
            throw new TableException(
                    "row " + Preview.grouped(number) + ", column \"" + column.name() + "\": " + found(rows, position)
                            + " is no " + column.type()
                            + "; leave such rows out in the query, or cast the column there: CAST(… AS text)",
                    e);
        }
    }

    private static String found(ResultSet rows, int position) {
        try {
            return "'" + rows.getString(position) + "'";
        } catch (SQLException e) {
            return "a value";
        }
    }

    /// Adds the column to those that a function of DuckDB gives.
    void declare(DuckDBTableFunctionBindInfo info) throws SQLException {
        if (type == DuckDBColumnType.DECIMAL) {
            try (var decimal = DuckDBLogicalType.decimal(precision, scale)) {
                info.addResultColumn(column.name(), decimal);
            }
        } else {
            info.addResultColumn(column.name(), type);
        }
    }
}
