package dev.wadachi.table;

import dev.wadachi.task.Expectations;
import dev.wadachi.task.Violation;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes rows into a table of a database, within the transaction at hand.
///
/// @param connection does not commit by itself
/// @param target the table's name, which needs no quotes
/// @param schema the rows' columns
/// @param key columns whose values make a row the same row; empty to replace all
record RowWriter(Connection connection, String target, Schema schema, List<String> key) {

    private static final int BATCH = 1_000;

    RowWriter {
        List<String> refused = schema.columns().stream()
                .filter(column -> type(column.type()) == null)
                .map(column -> column.name() + " " + column.type())
                .toList();
        if (!refused.isEmpty()) {
            throw new TableException("no column of a database is made for " + String.join(", ", refused)
                    + "; cast them in SQL: CAST(… AS VARCHAR)");
        }
        key.forEach(schema::column);
    }

    /// The number of rows.
    ///
    /// @throws TableException if there is a key, and rows have none or the same one
    long write(Table table) throws SQLException {
        refuseBadKeys(table);
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("create table if not exists " + target + " ("
                    + schema.columns().stream()
                            .map(column -> quoted(column.name(), quote) + " " + type(column.type()))
                            .collect(Collectors.joining(", "))
                    + ")");
            if (key.isEmpty()) {
                statement.executeUpdate("delete from " + target);
            }
        }
        List<Column> keys = key.stream().map(schema::column).toList();
        String where = keys.stream()
                .map(column -> quoted(column.name(), quote) + " = ?")
                .collect(Collectors.joining(" and "));
        String names = schema.columns().stream()
                .map(column -> quoted(column.name(), quote))
                .collect(Collectors.joining(", "));
        String places = schema.columns().stream().map(_ -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement delete = keys.isEmpty()
                        ? null
                        : connection.prepareStatement("delete from " + target + " where " + where);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into " + target + " (" + names + ") values (" + places + ")")) {
            if (delete != null) {
                each(table, row -> bind(delete, keys, row), delete);
            }
            return each(table, row -> bind(insert, schema.columns(), row), insert);
        }
    }

    /// Of rows with one key, the target would keep all; of a row without one, another copy each time.
    private void refuseBadKeys(Table table) {
        if (key.isEmpty()) {
            return;
        }
        Expectations<Table> expected = TableExpectations.unique(key.toArray(String[]::new));
        for (String column : key) {
            expected = expected.and(TableExpectations.column(column).notNull());
        }
        List<Violation> broken = expected.check(table);
        if (!broken.isEmpty()) {
            throw new TableException("a row of " + target + " is known by " + String.join(", ", key) + ", but\n  "
                    + broken.stream()
                            .map(violation -> violation.expectation() + ": " + violation.found())
                            .collect(Collectors.joining("\n  "))
                    + "\n  name all columns that make a row the same row, or let the query upstream make them so");
        }
    }

    private interface Binding {
        void bind(List<@Nullable String> row) throws SQLException;
    }

    private long each(Table table, Binding binding, PreparedStatement statement) throws SQLException {
        long[] written = new long[1];
        table.<Void>read(reader -> {
            reader.eachText(row -> {
                try {
                    binding.bind(row);
                    statement.addBatch();
                    if (++written[0] % BATCH == 0) {
                        statement.executeBatch();
                    }
                } catch (SQLException e) {
                    throw new TableException(
                            "row " + Preview.grouped(written[0] + 1) + " could not be written to " + target + ": "
                                    + e.getMessage(),
                            e);
                }
            });
            return null;
        });
        statement.executeBatch();
        return written[0];
    }

    private void bind(PreparedStatement statement, List<Column> columns, List<@Nullable String> row)
            throws SQLException {
        int place = 1;
        for (Column column : columns) {
            bind(statement, place++, column.type(), row.get(schema.columns().indexOf(column)));
        }
    }

    private static void bind(PreparedStatement statement, int place, ColumnType type, @Nullable String text)
            throws SQLException {
        if (text == null) {
            statement.setNull(place, Types.NULL);
            return;
        }
        switch (type.kind()) {
            case LOGICAL -> statement.setBoolean(place, Boolean.parseBoolean(text));
            case WHOLE -> statement.setLong(place, Long.parseLong(text));
            case FLOATING -> statement.setDouble(place, number(text));
            case DECIMAL -> statement.setBigDecimal(place, new BigDecimal(text));
            case DATE -> statement.setObject(place, LocalDate.parse(text));
            case TIMESTAMP -> {
                LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
                statement.setObject(place, isZoned(type) ? time.atOffset(ZoneOffset.UTC) : time);
            }
            case TEXT, NESTED, OTHER -> statement.setString(place, text);
        }
    }

    /// As SQL writes the numbers that are none.
    private static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static boolean isZoned(ColumnType type) {
        return type.equals(ColumnType.TIMESTAMP_WITH_TIME_ZONE);
    }

    private static @Nullable String type(ColumnType type) {
        return switch (type.kind()) {
            case LOGICAL -> "boolean";
            case WHOLE -> "bigint";
            case FLOATING -> "double precision";
            case DECIMAL -> type.sql().replace("DECIMAL", "numeric");
            case TEXT -> "text";
            case DATE -> "date";
            case TIMESTAMP -> isZoned(type) ? "timestamp with time zone" : "timestamp";
            case NESTED, OTHER -> null;
        };
    }

    private static String quoted(String name, String quote) {
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
