package dev.wadachi.table;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A column of a table of a database, and how values go there.
///
/// @param column what is sent
/// @param type what the database calls the type of its own column
/// @param exactly what it keeps
record TargetColumn(Column column, String type, Exactly exactly) {

    /// Puts a value, as SQL prints it, to a place of a statement.
    ///
    /// @throws InexactException if it would not be kept as it is
    void bind(PreparedStatement statement, int place, @Nullable String text) throws SQLException {
        if (text == null) {
            statement.setNull(place, Types.NULL);
        } else {
            statement.setObject(place, sent(text));
        }
    }

    /// @throws InexactException if the value would not be kept as it is
    Object sent(String text) {
        return exactly.of(value(text));
    }

    private Object value(String text) {
        return switch (column.type().kind()) {
            case LOGICAL -> Boolean.parseBoolean(text);
            case WHOLE -> whole(text);
            case FLOATING -> floating(text);
            case DECIMAL -> new BigDecimal(text);
            case DATE, TIMESTAMP -> time(text);
            case TEXT, NESTED, OTHER -> text;
        };
    }

    private static Object whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InexactException("lies beyond 64 bits with a sign");
        }
    }

    /// As SQL writes the numbers that are none.
    private static Object floating(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private Object time(String text) {
        try {
            if (column.type().kind() == ColumnType.Kind.DATE) {
                return LocalDate.parse(text);
            }
            LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
            return column.type().equals(ColumnType.TIMESTAMP_WITH_TIME_ZONE) ? time.atOffset(ZoneOffset.UTC) : time;
        } catch (DateTimeException e) {
            throw new InexactException("is no day from the year 1 to 9999");
        }
    }
}
