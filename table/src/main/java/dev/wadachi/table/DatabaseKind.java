package dev.wadachi.table;

import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/// Databases that differ in what their columns keep.
enum DatabaseKind {
    SQLITE,
    POSTGRESQL,
    OTHER;

    private static final int MICROSECONDS = 6;

    static DatabaseKind of(Connection connection) throws SQLException {
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "SQLite" -> SQLITE;
            case "PostgreSQL" -> POSTGRESQL;
            default -> OTHER;
        };
    }

    /// The type of a column that is made for values; empty if none is. SQLite's numbers have 64 bits, whatever they are
    /// called: decimals are texts there.
    Optional<String> declared(ColumnType type) {
        return switch (type.kind()) {
            case LOGICAL -> Optional.of("boolean");
            case WHOLE -> Optional.of("bigint");
            case FLOATING -> Optional.of("double precision");
            case DECIMAL -> Optional.of(this == SQLITE ? "text" : type.sql().replace("DECIMAL", "numeric"));
            case TEXT -> Optional.of("text");
            case DATE -> Optional.of("date");
            case TIMESTAMP ->
                Optional.of(
                        type.equals(ColumnType.TIMESTAMP_WITH_TIME_ZONE) ? "timestamp with time zone" : "timestamp");
            case NESTED, OTHER -> Optional.empty();
        };
    }

    /// How values are sent to the column at a position, from 1.
    Exactly exactly(ResultSetMetaData metadata, int position) throws SQLException {
        if (this == SQLITE) {
            return new Exactly.Sqlite(SqliteAffinity.of(metadata.getColumnTypeName(position)));
        }
        int scale = metadata.getScale(position);
        return switch (metadata.getColumnType(position)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> new Exactly.Whole();
            case Types.DECIMAL, Types.NUMERIC ->
                new Exactly.Decimal(metadata.getPrecision(position) > 0 && scale >= 0 ? scale : Integer.MAX_VALUE);
            case Types.REAL -> new Exactly.Single();
            case Types.FLOAT, Types.DOUBLE -> new Exactly.Floating();
            case Types.DATE -> new Exactly.Day();
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                new Exactly.Time(this == POSTGRESQL ? scale : MICROSECONDS);
            default -> this == POSTGRESQL ? new Exactly.Text() : new Exactly.Anything();
        };
    }
}
