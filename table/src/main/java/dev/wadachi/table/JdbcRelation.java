package dev.wadachi.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The rows of a JDBC result, which can be read once: they go to a file at once, before the connection closes.
///
/// @param number by which [JdbcTables] knows them
record JdbcRelation(long number, Schema schema) implements Relation {
    /// Rows that the driver fetches at a time, where it knows how.
    private static final int FETCHED = 10_000;

    static Table read(DataSource database, String query) {
        try (Connection connection = database.getConnection()) {
            // PostgreSQL sends rows piece by piece only within a transaction.
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(FETCHED);
                try (var result = statement.executeQuery(query)) {
                    return kept(result);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new TableException(
                    "the database did not answer the query: " + Complaint.of(e) + "\n" + Excerpt.indented(query), e);
        }
    }

    private static Table kept(ResultSet result) throws SQLException {
        JdbcRows rows = JdbcRows.of(result);
        long number = JdbcTables.add(rows);
        try {
            var schema =
                    new Schema(rows.columns().stream().map(JdbcColumn::column).toList());
            var table = new Table(new JdbcRelation(number, schema));
            table.settled();
            return table;
        } finally {
            JdbcTables.remove(number);
        }
    }

    @Override
    public String sql() {
        return "SELECT * FROM " + JdbcTables.call(number);
    }

    @Override
    public boolean isSettled() {
        return false;
    }

    @Override
    public boolean isVolatile() {
        return true;
    }
}
