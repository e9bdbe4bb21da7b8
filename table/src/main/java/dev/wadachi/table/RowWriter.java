package dev.wadachi.table;

import dev.wadachi.task.Expectations;
import dev.wadachi.task.Violation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/// Writes rows into a table of a database, within the transaction at hand.
///
/// @param connection does not commit by itself
/// @param target the table's name, which needs no quotes
/// @param schema the rows' columns
/// @param key columns whose values make a row the same row; empty to replace all
record RowWriter(Connection connection, String target, Schema schema, List<String> key) {

    RowWriter {
        key.forEach(schema::column);
    }

    /// The number of rows.
    ///
    /// @throws TableException if there is a key, and rows have none or the same one; if a value would not be kept as it
    ///     is; or if the database takes no such rows
    long write(Table table) throws SQLException {
        refuseBadKeys(table);
        SinkFailure failure = new SinkFailure(connection, target);
        try {
            TargetTable there = TargetTable.of(connection, target, schema);
            UnkeptValues.refuse(table, there);
            if (key.isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate(there.deleteAll());
                }
            } else {
                List<TargetColumn> keys =
                        key.stream().map(schema::column).map(there::column).toList();
                send(table, there, there.deleteBy(keys), keys, failure);
            }
            return send(table, there, there.insert(), there.columns(), failure);
        } catch (SQLException e) {
            throw failure.of(e);
        }
    }

    private long send(Table table, TargetTable there, String sql, List<TargetColumn> columns, SinkFailure failure)
            throws SQLException {
        int[] places = columns.stream()
                .mapToInt(column -> schema.columns().indexOf(column.column()))
                .toArray();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Sending sending = new Sending(statement, columns, places, there.kind(), failure);
            return table.read(reader -> {
                reader.eachText(sending::row);
                return sending.finish();
            });
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
}
